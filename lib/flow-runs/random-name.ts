const firstWords =
  "agile amber ample azure bold brave bright brisk bronze calm candid cheerful clever coastal cobalt copper coral cosmic crimson crisp curious dapper daring deft distant dusky eager early earnest ember emerald fabled fearless fleet floral fluent frosty gallant gentle gilded glad golden graceful grand hardy hazel hidden honest humble indigo ivory jade jolly jovial keen kindly lively loyal lucid lucky lunar magnetic maroon mellow merry mild mighty misty modest nimble noble northern olive opal patient placid plucky polar proud quick quiet radiant rapid rustic sable scarlet serene silent silver sincere snowy solar sparkling steady stellar subtle sunny swift tidy tranquil trusty upbeat valiant velvet verdant vivid warm wise witty zesty".split(
    " ",
  );

const secondWords =
  "acorn alder anchor antelope apricot aspen aurora badger basalt beacon beaver birch bison bramble breeze brook buffalo canyon caribou cedar cinder clover comet condor cormorant coyote crane cricket cypress dingo dolphin dove dragonfly dune eagle egret elk falcon fern ferret finch fjord fox gazelle gecko geyser glacier goose granite grove harbor hare hawk hazelnut heron hickory ibex ibis iris island jackdaw jaguar juniper kestrel kingfisher koala lagoon lantern larch lark lemur lichen lily linnet lynx magpie mallard maple marlin marmot marten meadow meteor monsoon moose narwhal nebula newt nightjar oasis ocelot orca orchard oriole osprey otter owl panda pebble pelican penguin petrel pine plover prairie puffin quail quartz rabbit raven reef river robin salmon sandpiper sequoia sparrow spruce stork summit swallow swan tapir tern thicket thrush tiger tulip tundra valley walrus warbler waterfall willow wombat wren yak zebra".split(
    " ",
  );

/** Two words for a run that nobody named. They follow from its id, which is where the chance comes from. */
export function randomName(id: string): string {
  const chance = hash(id);
  const first = firstWords[chance % firstWords.length];
  const second = secondWords[Math.floor(chance / firstWords.length) % secondWords.length];
  return `${first}-${second}`;
}

/** 32 bits of which each depends on every character, so that ids that count up get different words too. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}
