'use client'
import { createContext, type ReactNode, useContext } from 'react'
import { DRAWN_FOR, readDrawnFor } from '@/lib/forms/saving/drawn-for'

/** What the page says of whom it was drawn for; empty: for a visitor. */
const DrawnForContext = createContext('')

/**
 * Around the whole page, not around a part of it: going from page to page draws the parts anew, for whoever is signed in
 * by then, while what stays on the screen may still hold what somebody else typed.
 */
export const DrawnForProvider = ({ drawnFor, children }: { drawnFor: string; children: ReactNode }) => (
  <DrawnForContext value={drawnFor}>{children}</DrawnForContext>
)

export const useDrawnFor = (): string => useContext(DrawnForContext)

/** Who types on the page: the id of the person it was drawn for; empty for a visitor. */
export const useTypist = (): string => readDrawnFor(useDrawnFor())?.userId ?? ''

/** Stands in every form of a server action: without it the action refuses. */
export const DrawnForField = () => <input type="hidden" name={DRAWN_FOR} value={useDrawnFor()} />
