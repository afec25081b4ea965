import { createElement, lazy, useState, type ComponentType } from 'react'

/**
 * A component whose code comes when it is first shown, or sooner where `fetch` is called. What is there by then is drawn at once: whatever React has to
 * wait for, if only for a moment, it holds back for a third of a second.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): { Part: ComponentType<Props>; fetch: () => void } {
  let here: ComponentType<Props> | undefined
  const bring = async () => {
    here = await load()
    return { default: here }
  }
  const Awaited: ComponentType<Props> = lazy(bring)
  function Part(props: Props) {
    const [Shown] = useState(() => here ?? Awaited)
    return createElement(Shown, props)
  }
  // A failure shows when it is drawn.
  return { Part, fetch: () => void bring().catch(() => undefined) }
}
