/** Stands in for a part that is loaded later and cannot be had: the page goes on without it. */
export const Nothing = () => null
