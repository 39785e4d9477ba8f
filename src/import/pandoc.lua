-- What pandoc changes in what it reads, before it writes a page of it.

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

-- Begins what goes on with an item (docx_items.c).
local sign = "\u{E003}"

local function goes_on(blocks)
  local first = blocks[1] and blocks[1].content and blocks[1].content[1]
  return first and first.t == "Str" and first.text:sub(1, #sign) == sign
end

function BulletList(list)
  local held = pandoc.List()
  for _, blocks in ipairs(list.content) do
    if not goes_on(blocks) then
      return nil
    end
    local first = blocks[1].content[1]
    first.text = first.text:sub(#sign + 1)
    held:extend(blocks)
  end
  return held
end
