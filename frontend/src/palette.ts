// The page's own colours, so that the map follows light and dark like everything else.

export const FAMILIES = ["blast", "attack", "battle", "capture", "unrest", "sabotage"] as const;

export interface Palette {
  paper: string;
  sheet: string;
  ink: string;
  soft: string;
  sea: string;
  borders: string;
  family: (string | readonly string[])[];
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: colour("paper"),
    sheet: colour("sheet"),
    ink: colour("ink"),
    soft: colour("soft"),
    sea: colour("sea"),
    borders: colour("strong-line"),
    family: FAMILIES.flatMap((name) => [name, colour(`f-${name}`)]),
  };
}
