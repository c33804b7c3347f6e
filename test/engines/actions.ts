/** Keys and clicks as WebDriver's actions, which its two protocols share. */
const keys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Space: '\uE00D',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

export function pressing(key: string): readonly object[] {
  const value = keys[key]
  if (!value) throw new Error(`no WebDriver code for ${key}`)
  const actions = [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]
  return [{ type: 'key', id: 'keyboard', actions }]
}

export function clicking(x: number, y: number): readonly object[] {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]
}
