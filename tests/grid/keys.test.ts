import { describe, expect, test } from 'vitest'
import { commandOf, type Key, type Mode } from '@/lib/grid/keys'

const key = (name: string, with_: Partial<Key> = {}): Key => ({
  key: name,
  ctrl: false,
  shift: false,
  alt: false,
  composing: false,
  ...with_,
})
const move = (to: string, extend = false) => ({ kind: 'move', to, extend })

describe('moving', () => {
  test.each<[string, Partial<Key>, unknown]>([
    ['ArrowDown', {}, move('down')],
    ['ArrowRight', { shift: true }, move('right', true)],
    ['ArrowDown', { ctrl: true }, move('nextEmpty')],
    ['ArrowUp', { alt: true }, { kind: 'moveRow', by: -1 }],
    ['Enter', {}, move('below')],
    ['Enter', { shift: true }, move('up')],
    ['Enter', { ctrl: true }, { kind: 'open' }],
    ['Tab', {}, move('next')],
    ['Tab', { shift: true }, move('previous')],
    ['Home', { ctrl: true }, move('gridStart')],
    ['End', { ctrl: true, shift: true }, move('gridEnd', true)],
    ['F8', {}, move('nextWrong')],
    ['F8', { shift: true }, move('previousWrong')],
    ['F2', {}, { kind: 'edit' }],
    ['Delete', {}, { kind: 'clear' }],
    ['d', { ctrl: true }, { kind: 'fillDown' }],
    ['=', { alt: true }, { kind: 'sum' }],
    ['-', { ctrl: true }, { kind: 'removeRows' }],
    ['=', { ctrl: true }, { kind: 'insertRow' }],
    ['+', { ctrl: true, shift: true }, { kind: 'insertRow' }],
  ])('%s %j', (name, with_, command) => {
    expect(commandOf(key(name, with_), 'moving')).toEqual(command)
  })

  test.each(['a', '9', '中', ' ', 'Backspace', 'F5'])('%s is left to the browser: typing replaces', (name) => {
    expect(commandOf(key(name), 'moving')).toBeNull()
  })

  test.each(['c', 'x', 'v', 's', 'f', 'z', 'y'])('Ctrl+%s is not taken', (name) => {
    expect(commandOf(key(name, { ctrl: true }), 'moving')).toBeNull()
  })

  test.each(['D', 'Ｄ', 'ｄ'])('CapsLock and full width change nothing: %s', (name) => {
    expect(commandOf(key(name, { ctrl: true }), 'moving')).toEqual({ kind: 'fillDown' })
  })
})

test('a grid that was only reached by Tab is left by Tab', () => {
  expect(commandOf(key('Tab'), 'passing')).toBeNull()
  expect(commandOf(key('Tab', { shift: true }), 'passing')).toBeNull()
  expect(commandOf(key('ArrowDown'), 'passing')).toEqual(move('down'))
})

describe('editing', () => {
  test.each<[string, Partial<Key>, unknown]>([
    ['Enter', {}, { kind: 'commit', to: 'below' }],
    ['Enter', { shift: true }, { kind: 'commit', to: 'up' }],
    ['Enter', { ctrl: true }, { kind: 'commitAll' }],
    ['Enter', { alt: true }, { kind: 'newLine' }],
    ['Tab', {}, { kind: 'commit', to: 'next' }],
    ['Tab', { shift: true }, { kind: 'commit', to: 'previous' }],
    ['Escape', {}, { kind: 'cancel' }],
    ['F8', {}, { kind: 'commit', to: 'nextWrong' }],
  ])('%s %j', (name, with_, command) => {
    expect(commandOf(key(name, with_), 'editing')).toEqual(command)
  })

  test.each(['ArrowLeft', 'Home', 'End', 'Delete', 'F2'])('%s belongs to the text', (name) => {
    expect(commandOf(key(name), 'editing')).toBeNull()
  })

  test('Ctrl+Z takes back letters', () => expect(commandOf(key('z', { ctrl: true }), 'editing')).toBeNull())
})

test.each<Mode>(['passing', 'moving', 'editing'])('an input method loses no key while %s', (mode) => {
  for (const name of ['Enter', 'Tab', 'ArrowDown', 'Escape', 'Process', 'a', 'F2'])
    expect(commandOf(key(name, { composing: true }), mode)).toBeNull()
})
