import { Blocks } from '../../features/house/blocks.tsx'
import { HousePage } from '../../features/house/house-page.tsx'

/** `/house/blocks`: who may not join. */
export function Page() {
  return (
    <HousePage area="blocks">
      <Blocks />
    </HousePage>
  )
}
