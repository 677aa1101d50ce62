import { type JSX, onMount } from 'solid-js'

/** The h1 of what a page has turned into: it takes the focus, so that the change is read out and Tab goes on here. */
export function ArrivalHeading(props: { children: JSX.Element }) {
  let heading: HTMLHeadingElement | undefined
  onMount(() => heading?.focus())
  return (
    <h1
      tabindex="-1"
      ref={(element) => {
        heading = element
      }}
    >
      {props.children}
    </h1>
  )
}
