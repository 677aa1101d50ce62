import { HousePage } from '../../features/house/house-page.tsx'
import { Switches } from '../../features/panic/switches.tsx'

/** `/house/bad-hours`: the switches for bad hours. */
export function Page() {
  return (
    <HousePage area="panic">
      <Switches />
    </HousePage>
  )
}
