import { Emojis } from '../../features/house/emojis.tsx'
import { HousePage } from '../../features/house/house-page.tsx'

/** `/house/emoji`: the community's small pictures. */
export function Page() {
  return (
    <HousePage area="emojis">
      <Emojis />
    </HousePage>
  )
}
