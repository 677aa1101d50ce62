import { formatClock, formatDate, formatWhen, type Moment } from '../../shared/text/figures.ts'

/** A moment in words, with the machine's form behind it and the whole of it when pointed at. */
export function Time(props: { at: Moment; as?: 'clock' | 'date' | 'when' }) {
  const date = () => new Date(props.at)
  const words = () => {
    if (props.as === 'clock') return formatClock(date())
    return props.as === 'date' ? formatDate(date()) : formatWhen(date())
  }
  return (
    <time datetime={date().toISOString()} title={`${formatDate(date())}, ${formatClock(date())}`}>
      {words()}
    </time>
  )
}
