# Completion for bash: commands, options, formats and articles, as the program itself lists them.

_handout()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local command=${COMP_WORDS[1]} program=${COMP_WORDS[0]} found

	# The first words of the lines of `handout [COMMAND] --help` from the line $1 on.
	_handout_listed()
	{
		"$program" ${2:+"$2"} --help 2>/dev/null |
			sed -n "/^$1/,/^\$/s/^  \([a-z-][a-z-]*\) .*/\1/p"
	}

	if ((COMP_CWORD == 1)); then
		found=$(_handout_listed Commands:)
	elif [[ $before == --format && $command == render ]]; then
		found=$(_handout_listed Formats: render)
	elif [[ $before == --for && $command == print ]]; then
		found=$(_handout_listed Forms: print)
	elif [[ $before == --article || ($COMP_CWORD -eq 2 && $word != -* && $command =~ ^(print|translate)$) ]]; then
		found=$(find content -name '*.md' -printf '%f\n' 2>/dev/null | sed 's/\.md$//')
	elif [[ $word == -* ]]; then
		found=$("$program" "$command" --help 2>/dev/null | sed -n 's/^  \(--[a-z-]*\).*/\1/p')
	else
		COMPREPLY=() # files, as bash itself completes them
		compopt -o default 2>/dev/null
		return
	fi
	mapfile -t COMPREPLY < <(compgen -W "$found" -- "$word")
}

complete -F _handout handout
