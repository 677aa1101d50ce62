import { randomInt } from 'node:crypto'
import type { Context } from '../../context.ts'
import { registrationByCode } from './queries.ts'

/** Short words that are told apart over a bad telephone line. */
const words =
  `acorn alder amber anchor apple apron arrow ash aspen autumn badger bagel bakery balcony bamboo banjo barley barn
  basil basket beacon bean beetle bell birch biscuit blanket blossom bonnet book bracken bramble branch bread brick
  bridge brook broom bucket butter button cabin cactus camera candle canoe canvas cargo carpet carrot castle cedar cello
  chalk cherry chestnut chimney cider cinnamon clay cloud clover coat cobble comet compass copper coral cotton cricket
  crocus crow cup curtain daisy dandelion desk dolphin donkey door dove drum dune eagle easel elder elm ember engine
  envelope fennel fern ferry fiddle field fig finch flag flannel flint flute fog forest fountain fox garden garlic
  ginger glove goose granite grape gravel hammer harbour hare harp hazel heather hedge heron hill honey horn island ivy
  jacket jam jasmine jug juniper kettle key kite kitten ladder lake lamp lantern lark laurel lemon lentil letter lichen
  lilac lily lime linen lobster locust loom lupin magnet magpie mango map maple marble marsh meadow melon mill mint
  mirror mitten moon moss moth mountain mushroom mussel needle nest nettle nickel nutmeg oak oat ocean olive onion
  orange orchard otter oven owl oyster paddle palm paper parsley pasta peach pear pebble pencil penguin pepper piano
  pickle pigeon pillow pine pipe plank plum pocket pond poplar poppy potato puffin pumpkin quarry quilt rabbit radio
  radish raft rain raven reed ribbon river robin rocket rope rose rosemary saddle saffron sage sail salmon salt sand
  scarf seal shed shell shovel silver slate sleeve snail snow soap sorrel spade sparrow spoon spruce squash stable star
  stone stool storm straw sugar swallow swan table tansy teapot tent thimble thistle thunder thyme tiger timber tomato
  torch tower trout trumpet tulip tunnel turnip turtle umbrella valley velvet violet violin wagon walnut water wheat
  wheel whistle willow window wool wren yarn`
    .split(/\s+/)
    .filter(Boolean)

/** A code that nobody else has now, such as `fern 42`: easy to say, and to find in a list. */
export function newHandCode(ctx: Context): string {
  for (;;) {
    const code = `${words[randomInt(words.length)]} ${randomInt(10, 100)}`
    if (!registrationByCode(ctx.db, { code })) return code
  }
}
