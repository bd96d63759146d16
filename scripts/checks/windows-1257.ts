/** Text as Excel for Windows saves it in Latvian and Lithuanian; a letter that is not there throws. */
export function windows1257(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1257");
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(new Uint8Array([code])), code]),
  );
  return Uint8Array.from([...text], (letter) => {
    const code = codes.get(letter);
    if (code === undefined) throw new Error(`${letter} is not in Windows-1257`);
    return code;
  });
}
