import { expect, it } from 'vitest'
import { knownAreas, pathOf } from '../../client/features/house/paths.ts'
import { type HouseArea, houseAreas } from '../../shared/api/house.ts'

it('Of the pages of the house, those that only a newer server knows get no tab', () => {
  // what a server says may be of another day than the client that reads it
  const said = ['greenhouse', 'toString', ...houseAreas] as HouseArea[]
  expect(knownAreas(said)).toEqual(houseAreas)
  expect(knownAreas(said).map(pathOf)).not.toContain('/house/undefined')
})
