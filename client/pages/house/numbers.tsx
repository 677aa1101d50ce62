import { HousePage } from '../../features/house/house-page.tsx'
import { Numbers } from '../../features/house/numbers.tsx'

/** `/house/numbers`: how the work goes, and how mail arrives. */
export function Page() {
  return (
    <HousePage area="metrics">
      <Numbers />
    </HousePage>
  )
}
