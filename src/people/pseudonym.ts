/**
 * What a person is called where who it is does not matter: a colour, a bird or another animal, and a number, e.g. "Blue Heron 12".
 * The same workspace and number always give the same name, and no two people of an installation share one.
 */
export function pseudonymOf({ workspaceId, personNo }: { workspaceId: string; personNo: number }): string {
  const names = colours.length * animals.length
  // A step without a common divisor visits every name once before the number rises.
  const place = (personNo * 1009 + Number.parseInt(workspaceId.slice(-6), 16)) % names
  const colour = colours[place % colours.length] ?? ''
  const animal = animals[Math.floor(place / colours.length)] ?? ''
  return `${colour} ${animal} ${1 + Math.floor(personNo / names)}`
}

/** Whether a search can be the beginning of a pseudonym; any other spares the walk over everybody. */
export function couldBePseudonym(search: string): boolean {
  const word = search.toLowerCase().split(' ')[0] ?? ''
  return word !== '' && colours.some((colour) => colour.toLowerCase().startsWith(word))
}

const colours =
  'Amber Ash Blue Bronze Chalk Clay Copper Coral Cream Dawn Dusk Fern Flint Frost Gold Green Grey Hazel Indigo Ivory Jade Linen Maple Mint Moss Ochre Olive Opal Pearl Pine Plum Red Rose Rust Sage Sand Silver Slate Teal White'.split(
    ' ',
  )
const animals =
  'Avocet Badger Bear Beaver Bittern Bunting Buzzard Crane Curlew Deer Dipper Dolphin Dove Duck Dunlin Eagle Egret Eider Elk Falcon Ferret Finch Fox Gannet Goose Goshawk Grebe Grouse Guillemot Gull Hare Harrier Hawk Hedgehog Heron Hoopoe Ibis Jay Kestrel Kingfisher Kite Knot Lapwing Lark Linnet Loon Lynx Magpie Mallard Marten Martin Merlin Mole Moose Newt Nightjar Nuthatch Oriole Osprey Otter Owl Partridge Petrel Pheasant Pipit Plover Puffin Quail Rail Raven Redstart Robin Rook Ruff Sanderling Sandpiper Seal Shearwater Shrike Siskin Skylark Snipe Sparrow Squirrel Starling Stoat Stork Swallow Swan Swift Tern Thrush Toad Turnstone Vole Wagtail Warbler Waxwing Weasel Wren Wryneck'.split(
    ' ',
  )
