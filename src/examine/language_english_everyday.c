/*
 * Words that a child of about nine reads and understands, put together by us for the share of hard
 * words in the Dale-Chall formula. Method: a sorted list of base words, searched by halves; regular
 * endings are taken off first. Awkward: the formula was made with a list of 3,000 words that may
 * not be copied here, so the grade is an estimate; it is named as such where it is printed.
 */
#include "examine/language_english.h"

#include <stdlib.h>
#include <string.h>

/* Longer words are not everyday ones. */
#define EVERYDAY_LIMIT 24

static const char *const words[] = {
    "a",         "able",        "about",       "above",     "across",    "act",       "add",
    "afraid",    "after",       "afternoon",   "again",     "against",   "age",       "ago",
    "agree",     "ahead",       "air",         "alive",     "all",       "allow",     "almost",
    "alone",     "along",       "already",     "also",      "although",  "always",    "am",
    "among",     "an",          "and",         "anger",     "angry",     "animal",    "another",
    "answer",    "any",         "anybody",     "anyone",    "anything",  "anyway",    "anywhere",
    "apart",     "apple",       "are",         "area",      "aren't",    "arm",       "around",
    "arrive",    "art",         "as",          "ask",       "asleep",    "at",        "ate",
    "aunt",      "away",        "baby",        "back",      "backache",  "bad",       "bag",
    "ball",      "banana",      "band",        "bank",      "bar",       "barn",      "base",
    "basket",    "bath",        "bathroom",    "be",        "beach",     "bean",      "bear",
    "beat",      "beautiful",   "became",      "because",   "become",    "bed",       "bedroom",
    "been",      "beer",        "before",      "began",     "begin",     "behind",    "being",
    "believe",   "bell",        "belong",      "below",     "belt",      "bench",     "bend",
    "beside",    "best",        "better",      "between",   "beyond",    "bicycle",   "big",
    "bike",      "bill",        "bird",        "birth",     "birthday",  "bit",       "bite",
    "bitter",    "black",       "blame",       "blanket",   "bleed",     "bless",     "blew",
    "blind",     "block",       "blood",       "blow",      "blue",      "board",     "boat",
    "body",      "boil",        "bone",        "book",      "boot",      "born",      "borrow",
    "both",      "bother",      "bottle",      "bottom",    "bought",    "bowl",      "box",
    "boy",       "brain",       "branch",      "brave",     "bread",     "break",     "breakfast",
    "breath",    "breathe",     "brick",       "bridge",    "bright",    "bring",     "broke",
    "broken",    "brother",     "brought",     "brown",     "brush",     "bucket",    "build",
    "building",  "built",       "bump",        "burn",      "bus",       "business",  "busy",
    "but",       "butter",      "button",      "buy",       "by",        "cake",      "call",
    "calm",      "came",        "camera",      "camp",      "can",       "can't",     "candle",
    "candy",     "cannot",      "cap",         "car",       "card",      "care",      "careful",
    "carrot",    "carry",       "cart",        "case",      "cat",       "catch",     "caught",
    "cause",     "ceiling",     "cell",        "center",    "certain",   "chain",     "chair",
    "chance",    "change",      "cheap",       "check",     "checkup",   "cheek",     "cheer",
    "cheese",    "chest",       "chew",        "chicken",   "child",     "children",  "chin",
    "chocolate", "choice",      "choose",      "church",    "circle",    "city",      "class",
    "clean",     "clear",       "clever",      "climb",     "clinic",    "clock",     "close",
    "closet",    "cloth",       "clothes",     "cloud",     "club",      "coat",      "coffee",
    "coin",      "cold",        "collar",      "color",     "comb",      "come",      "comfort",
    "common",    "company",     "complete",    "computer",  "cook",      "cool",      "copy",
    "corn",      "corner",      "cost",        "cotton",    "couch",     "cough",     "could",
    "couldn't",  "count",       "country",     "couple",    "course",    "court",     "cousin",
    "cover",     "cow",         "crack",       "crash",     "crazy",     "cream",     "cross",
    "crowd",     "cry",         "cup",         "cure",      "curtain",   "cut",       "dad",
    "daily",     "damp",        "dance",       "danger",    "dangerous", "dark",      "date",
    "daughter",  "day",         "dead",        "dear",      "death",     "decide",    "deep",
    "dentist",   "desk",        "did",         "didn't",    "die",       "different", "difficult",
    "dig",       "dinner",      "dirt",        "dirty",     "dish",      "do",        "doctor",
    "does",      "doesn't",     "dog",         "dollar",    "don't",     "done",      "door",
    "double",    "doubt",       "down",        "dozen",     "drag",      "drank",     "draw",
    "drawer",    "dream",       "dress",       "drink",     "drive",     "drop",      "drove",
    "drug",      "drugstore",   "drum",        "dry",       "duck",      "due",       "dull",
    "during",    "dust",        "duty",        "each",      "ear",       "early",     "earn",
    "earth",     "ease",        "east",        "easy",      "eat",       "edge",      "egg",
    "eight",     "either",      "elbow",       "electric",  "eleven",    "else",      "email",
    "empty",     "end",         "enemy",       "engine",    "enjoy",     "enough",    "enter",
    "entire",    "equal",       "even",        "evening",   "ever",      "every",     "everybody",
    "everyone",  "everything",  "everywhere",  "evil",      "exact",     "except",    "excuse",
    "exercise",  "expect",      "explain",     "extra",     "eye",       "face",      "fact",
    "factory",   "fail",        "faint",       "fair",      "fall",      "false",     "family",
    "far",       "farm",        "farmer",      "fast",      "fat",       "father",    "fault",
    "favorite",  "fear",        "feather",     "feed",      "feel",      "feet",      "fell",
    "felt",      "fence",       "fever",       "few",       "field",     "fifteen",   "fifth",
    "fifty",     "fight",       "figure",      "fill",      "film",      "final",     "find",
    "fine",      "finger",      "finish",      "fire",      "first",     "fish",      "fist",
    "fit",       "five",        "fix",         "flag",      "flame",     "flat",      "flew",
    "floor",     "flour",       "flow",        "flower",    "fly",       "foam",      "fold",
    "folk",      "follow",      "food",        "fool",      "foot",      "for",       "force",
    "forest",    "forever",     "forget",      "forgive",   "forgot",    "fork",      "form",
    "forty",     "forward",     "fought",      "found",     "four",      "fourteen",  "fourth",
    "fox",       "free",        "freeze",      "fresh",     "friday",    "friend",    "friendly",
    "from",      "front",       "fruit",       "full",      "fun",       "funny",     "fur",
    "further",   "future",      "gain",        "game",      "garage",    "garden",    "gas",
    "gate",      "gather",      "gave",        "general",   "gentle",    "get",       "gift",
    "girl",      "give",        "glad",        "glass",     "glove",     "go",        "goat",
    "gold",      "gone",        "good",        "goodbye",   "got",       "grade",     "grain",
    "grand",     "grandfather", "grandmother", "grape",     "grass",     "grave",     "gray",
    "great",     "green",       "greet",       "grew",      "grey",      "ground",    "group",
    "grow",      "guess",       "guest",       "guide",     "gum",       "gun",       "habit",
    "had",       "hadn't",      "hair",        "half",      "hall",      "hammer",    "hand",
    "handle",    "hang",        "happen",      "happy",     "hard",      "hardly",    "harm",
    "has",       "hasn't",      "hat",         "hate",      "have",      "haven't",   "he",
    "he'll",     "he's",        "head",        "headache",  "heal",      "health",    "healthy",
    "hear",      "heard",       "heart",       "heat",      "heavy",     "heel",      "height",
    "held",      "hello",       "help",        "her",       "here",      "herself",   "hide",
    "high",      "hill",        "him",         "himself",   "his",       "hit",       "hold",
    "hole",      "holiday",     "home",        "honest",    "honey",     "hope",      "horse",
    "hospital",  "hot",         "hotel",       "hour",      "house",     "how",       "however",
    "hug",       "huge",        "human",       "hundred",   "hung",      "hungry",    "hunt",
    "hurry",     "hurt",        "husband",     "i",         "i'd",       "i'll",      "i'm",
    "i've",      "ice",         "idea",        "if",        "ill",       "illness",   "important",
    "in",        "inch",        "indeed",      "infant",    "inside",    "instead",   "into",
    "invite",    "iron",        "is",          "island",    "isn't",     "it",        "it's",
    "itself",    "jacket",      "jail",        "jam",       "jar",       "jaw",       "jelly",
    "job",       "join",        "joke",        "joy",       "juice",     "jump",      "just",
    "keep",      "kept",        "kettle",      "key",       "kick",      "kid",       "kids",
    "kill",      "kind",        "king",        "kiss",      "kitchen",   "knee",      "knew",
    "knife",     "knock",       "knot",        "know",      "known",     "lady",      "lake",
    "lamb",      "lamp",        "land",        "language",  "large",     "last",      "late",
    "laugh",     "laundry",     "law",         "lay",       "lazy",      "lead",      "leaf",
    "learn",     "least",       "leather",     "leave",     "led",       "left",      "leg",
    "lemon",     "lend",        "less",        "lesson",    "let",       "let's",     "letter",
    "library",   "lick",        "lid",         "lie",       "life",      "lift",      "light",
    "like",      "likely",      "line",        "lion",      "lip",       "list",      "listen",
    "little",    "live",        "load",        "loaf",      "lock",      "lonely",    "long",
    "look",      "loose",       "lose",        "loss",      "lost",      "lot",       "loud",
    "love",      "low",         "luck",        "lunch",     "lung",      "machine",   "mad",
    "made",      "magic",       "mail",        "main",      "make",      "male",      "man",
    "many",      "map",         "march",       "mark",      "market",    "marry",     "match",
    "matter",    "may",         "maybe",       "me",        "meal",      "mean",      "meant",
    "measure",   "meat",        "medicine",    "meet",      "melt",      "member",    "men",
    "mend",      "mental",      "message",     "met",       "middle",    "might",     "mile",
    "milk",      "mind",        "mine",        "minute",    "mirror",    "miss",      "mistake",
    "mix",       "modern",      "mom",         "moment",    "monday",    "money",     "month",
    "mood",      "moon",        "more",        "morning",   "most",      "mother",    "motor",
    "mountain",  "mouse",       "mouth",       "move",      "movie",     "much",      "mud",
    "muscle",    "music",       "must",        "my",        "myself",    "nail",      "name",
    "nap",       "narrow",      "nature",      "near",      "nearly",    "neat",      "neck",
    "need",      "needle",      "neighbor",    "neither",   "nerve",     "nest",      "net",
    "never",     "new",         "news",        "newspaper", "next",      "nice",      "night",
    "nine",      "nineteen",    "ninety",      "no",        "nobody",    "noise",     "none",
    "noon",      "nor",         "north",       "nose",      "not",       "note",      "nothing",
    "notice",    "now",         "number",      "nurse",     "nut",       "obey",      "ocean",
    "of",        "off",         "offer",       "office",    "often",     "oil",       "okay",
    "old",       "on",          "once",        "one",       "onion",     "online",    "only",
    "open",      "or",          "orange",      "order",     "other",     "ought",     "our",
    "ours",      "ourselves",   "out",         "outside",   "oven",      "over",      "own",
    "pack",      "page",        "paid",        "pain",      "painful",   "paint",     "pair",
    "pale",      "pan",         "pants",       "paper",     "parent",    "park",      "part",
    "party",     "pass",        "past",        "path",      "patient",   "pay",       "pea",
    "peace",     "peanut",      "pear",        "pen",       "pencil",    "penny",     "people",
    "pepper",    "perfect",     "perhaps",     "person",    "pet",       "phone",     "pick",
    "picnic",    "picture",     "pie",         "piece",     "pig",       "pill",      "pillow",
    "pills",     "pin",         "pink",        "pipe",      "place",     "plain",     "plan",
    "plane",     "plant",       "plate",       "play",      "please",    "plenty",    "pocket",
    "point",     "police",      "pond",        "pool",      "poor",      "popcorn",   "porch",
    "possible",  "post",        "pot",         "potato",    "pound",     "pour",      "power",
    "pray",      "prepare",     "present",     "press",     "pretty",    "price",     "print",
    "prison",    "prize",       "problem",     "promise",   "proper",    "protect",   "proud",
    "prove",     "public",      "pull",        "pump",      "punish",    "pure",      "purple",
    "purse",     "push",        "put",         "puzzle",    "quarter",   "queen",     "question",
    "quick",     "quickly",     "quiet",       "quit",      "quite",     "rabbit",    "race",
    "radio",     "rain",        "rainbow",     "raise",     "ran",       "rather",    "raw",
    "reach",     "read",        "ready",       "real",      "really",    "reason",    "receive",
    "record",    "red",         "refuse",      "remain",    "remember",  "remind",    "remove",
    "rent",      "repair",      "repeat",      "reply",     "rest",      "return",    "rice",
    "rich",      "rid",         "ride",        "right",     "ring",      "ripe",      "rise",
    "river",     "road",        "roast",       "rob",       "rock",      "roll",      "roof",
    "room",      "root",        "rope",        "rose",      "rough",     "round",     "row",
    "rub",       "rubber",      "rug",         "rule",      "run",       "rush",      "sad",
    "safe",      "safety",      "said",        "sail",      "salad",     "sale",      "salt",
    "same",      "sand",        "sandwich",    "sang",      "sat",       "saturday",  "save",
    "saw",       "say",         "scare",       "school",    "science",   "scissors",  "scratch",
    "scream",    "sea",         "season",      "seat",      "second",    "secret",    "see",
    "seed",      "seem",        "seen",        "self",      "sell",      "send",      "sense",
    "sent",      "serious",     "serve",       "service",   "set",       "seven",     "seventeen",
    "seventy",   "several",     "sew",         "shade",     "shake",     "shall",     "shape",
    "share",     "sharp",       "she",         "she'll",    "she's",     "shed",      "sheep",
    "sheet",     "shelf",       "shine",       "ship",      "shirt",     "shock",     "shoe",
    "shoot",     "shop",        "short",       "shot",      "should",    "shoulder",  "shouldn't",
    "shout",     "shovel",      "show",        "shower",    "shut",      "shy",       "sick",
    "side",      "sidewalk",    "sign",        "silence",   "silent",    "silk",      "silly",
    "silver",    "simple",      "since",       "sing",      "single",    "sink",      "sir",
    "sister",    "sit",         "six",         "sixteen",   "sixty",     "size",      "skill",
    "skin",      "skip",        "skirt",       "sky",       "sleep",     "sleepy",    "sleeve",
    "slept",     "slice",       "slide",       "slip",      "slow",      "small",     "smart",
    "smell",     "smile",       "smoke",       "smooth",    "snack",     "snake",     "snow",
    "so",        "soap",        "sock",        "soft",      "soil",      "sold",      "soldier",
    "some",      "somebody",    "someone",     "something", "sometimes", "somewhere", "son",
    "song",      "soon",        "sore",        "sorry",     "sort",      "soul",      "sound",
    "soup",      "sour",        "south",       "space",     "speak",     "special",   "spell",
    "spend",     "spill",       "spoke",       "spoon",     "spot",      "spread",    "spring",
    "square",    "stairs",      "stamp",       "stand",     "star",      "start",     "state",
    "station",   "stay",        "steal",       "steam",     "steel",     "steep",     "step",
    "stick",     "still",       "sting",       "stir",      "stomach",   "stone",     "stood",
    "stool",     "stop",        "store",       "storm",     "story",     "stove",     "straight",
    "strange",   "street",      "stretch",     "strike",    "string",    "strip",     "strong",
    "student",   "study",       "stuff",       "stupid",    "such",      "suck",      "sudden",
    "suddenly",  "sugar",       "suit",        "summer",    "sun",       "sunday",    "sunny",
    "sunshine",  "supper",      "suppose",     "sure",      "surprise",  "swallow",   "sweat",
    "sweep",     "sweet",       "swell",       "swept",     "swim",      "swing",     "switch",
    "swollen",   "table",       "tail",        "take",      "talk",      "tall",      "tap",
    "taste",     "taught",      "tax",         "tea",       "teach",     "teacher",   "team",
    "tear",      "tease",       "teeth",       "telephone", "tell",      "ten",       "tent",
    "test",      "than",        "thank",       "that",      "that's",    "the",       "their",
    "them",      "themselves",  "then",        "there",     "there's",   "these",     "they",
    "they'll",   "they're",     "they've",     "thick",     "thief",     "thin",      "thing",
    "think",     "third",       "thirsty",     "thirteen",  "thirty",    "this",      "those",
    "though",    "thought",     "thousand",    "thread",    "three",     "threw",     "throat",
    "through",   "throw",       "thumb",       "thursday",  "ticket",    "tie",       "tight",
    "till",      "time",        "tiny",        "tip",       "tire",      "tired",     "title",
    "to",        "toast",       "today",       "toe",       "together",  "toilet",    "told",
    "tomato",    "tomorrow",    "tongue",      "tonight",   "too",       "took",      "tool",
    "tooth",     "toothache",   "top",         "touch",     "toward",    "towel",     "town",
    "toy",       "track",       "trade",       "train",     "trash",     "travel",    "treat",
    "tree",      "trick",       "tried",       "trip",      "trouble",   "truck",     "true",
    "trunk",     "trust",       "truth",       "try",       "tub",       "tube",      "tuesday",
    "turkey",    "turn",        "tv",          "twelve",    "twenty",    "twice",     "twin",
    "two",       "type",        "ugly",        "umbrella",  "uncle",     "under",     "understand",
    "unhappy",   "until",       "up",          "upon",      "upset",     "upstairs",  "us",
    "use",       "used",        "useful",      "usual",     "usually",   "valley",    "van",
    "vegetable", "very",        "view",        "village",   "visit",     "visitor",   "voice",
    "vote",      "wage",        "wait",        "wake",      "walk",      "wall",      "want",
    "war",       "warm",        "warn",        "was",       "wash",      "wasn't",    "waste",
    "watch",     "water",       "wave",        "way",       "we",        "we'll",     "we're",
    "we've",     "weak",        "wear",        "weather",   "website",   "wednesday", "week",
    "weekend",   "weigh",       "weight",      "welcome",   "well",      "went",      "were",
    "weren't",   "west",        "wet",         "what",      "what's",    "wheat",     "wheel",
    "when",      "where",       "whether",     "which",     "while",     "whisper",   "whistle",
    "white",     "who",         "who's",       "whole",     "whose",     "why",       "wide",
    "wife",      "wild",        "will",        "win",       "wind",      "window",    "wine",
    "wing",      "winter",      "wipe",        "wire",      "wise",      "wish",      "with",
    "within",    "without",     "woke",        "woman",     "women",     "won",       "won't",
    "wonder",    "wonderful",   "wood",        "wool",      "word",      "wore",      "work",
    "world",     "worm",        "worry",       "worse",     "worst",     "worth",     "would",
    "wouldn't",  "wound",       "wrap",        "wrist",     "write",     "wrong",     "wrote",
    "yard",      "yawn",        "year",        "yell",      "yellow",    "yes",       "yesterday",
    "yet",       "you",         "you'd",       "you'll",    "you're",    "you've",    "young",
    "your",      "yours",       "yourself",    "zero",      "zoo"};

/* How an inflected word goes back to its base: the ending, and what stands in its place. */
#define ENDING(ending, base)                                                                       \
    {                                                                                              \
        ending, sizeof(ending) - 1, base                                                           \
    }
static const struct {
    const char *ending;
    size_t length;
    const char *base;
} endings[] = {
    ENDING("", ""),     ENDING("'s", ""),    ENDING("s", ""),    ENDING("es", ""),
    ENDING("ies", "y"), ENDING("d", ""),     ENDING("ed", ""),   ENDING("ied", "y"),
    ENDING("ing", ""),  ENDING("ing", "e"),  ENDING("er", ""),   ENDING("er", "e"),
    ENDING("ers", ""),  ENDING("ers", "e"),  ENDING("est", ""),  ENDING("est", "e"),
    ENDING("ier", "y"), ENDING("iest", "y"), ENDING("ly", ""),   ENDING("ily", "y"),
    ENDING("ness", ""), ENDING("ful", ""),   ENDING("less", ""), ENDING("y", ""),
};

static int compare(const void *key, const void *word)
{
    return strcmp(key, *(const char *const *)word);
}

static bool is_listed(const char *word)
{
    return bsearch(word, words, sizeof words / sizeof *words, sizeof *words, compare) != NULL;
}

/* The base behind an ending; a doubled consonant is made single: "stopping". */
static bool base_is_listed(const char *word, size_t stem, const char *base)
{
    char copy[EVERYDAY_LIMIT + 2];
    memcpy(copy, word, stem);
    strcpy(copy + stem, base);
    if (is_listed(copy))
        return true;
    if (*base || stem < 3 || copy[stem - 1] != copy[stem - 2])
        return false;
    copy[stem - 1] = '\0';
    return is_listed(copy);
}

bool english_is_everyday(const char *word)
{
    size_t length = strlen(word);
    if (length > EVERYDAY_LIMIT)
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t n = endings[i].length;
        if (n < length && memcmp(word + length - n, endings[i].ending, n) == 0 &&
            base_is_listed(word, length - n, endings[i].base))
            return true;
    }
    return false;
}
