-- Pictures that a document holds become files beside this one, in the order of the text. Others keep
-- their address, so that they can be named, and nothing is fetched from a disk or a network.

local folder = PANDOC_SCRIPT_FILE:match("^.*/")
local count = 0

function Image(image)
  local _, bytes = pandoc.mediabag.lookup(image.src)
  if bytes then
    count = count + 1
    local file = assert(io.open(folder .. "picture-" .. count, "wb"))
    file:write(bytes)
    file:close()
    image.src = "handout:picture-" .. count
  else
    image.src = image.src:gsub("^(https?):/([^/])", "%1://%2") -- pandoc takes it for a path
  end
  return image
end
