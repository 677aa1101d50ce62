import { ComplaintsToAnswer } from '../../features/complaints/to-answer.tsx'
import { HousePage } from '../../features/house/house-page.tsx'

/** `/house/complaints`: for stewards, what members say about those who run the community. */
export function Page() {
  return (
    <HousePage area="complaints">
      <ComplaintsToAnswer />
    </HousePage>
  )
}
