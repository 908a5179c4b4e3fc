/** Stands in for a part that is loaded later, until it is there and where it cannot be had: the page goes on without it. */
export const Nothing = () => null
