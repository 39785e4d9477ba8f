# Cuts the page of one command out of handout.1; what holds for all commands (files, exit status)
# stays there:
#
#   awk -v command=render -v about='make handouts' -f manual.awk handout.1

/^\.Dd/ { print }
/^\.Sh/ { part = $2; inside = 0; next }

# The form of the command: from ".Cm NAME" to the next ".Nm".
part == "SYNOPSIS" && /^\.Nm/ { inside = 0 }
part == "SYNOPSIS" && /^\.Cm/ { inside = $2 == command }
part == "SYNOPSIS" && inside { synopsis = synopsis $0 "\n" }

part == "DESCRIPTION" && /^\.Ss/ { inside = $2 == command; next }
part == "DESCRIPTION" && inside { text = text $0 "\n" }

END {
	if (synopsis == "" || text == "") {
		print "manual.awk: handout.1 does not tell of '" command "'" >"/dev/stderr"
		exit 1
	}
	print ".Dt HANDOUT-" toupper(command) " 1\n.Os"
	print ".Sh NAME\n.Nm handout-" command "\n.Nd " about
	printf ".Sh SYNOPSIS\n.Nm handout\n%s.Sh DESCRIPTION\n%s", synopsis, text
	print ".Sh SEE ALSO\n.Xr handout 1"
}
