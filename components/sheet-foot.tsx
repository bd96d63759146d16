/** What stands at the foot of every sheet when the page is printed, and nowhere on a screen. */
export function SheetFoot({ text }: { text: string }) {
  return <p className="sheet-foot">{text}</p>;
}
