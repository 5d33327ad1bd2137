// A few line drawings; they are decoration, the button that holds one has a label of its own.

const PATHS = {
  reply: "M9 6 4 11l5 5M4 11h9a7 7 0 0 1 7 7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  attach: "M20 11.5 12 19.5a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.8 17a1.6 1.6 0 0 1-2.3-2.3l7.5-7.5",
  send: "M4 12 20 4l-4 16-4-6zM12 14l8-10",
  slash: "M15 4 9 20",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 10l6 6 6-6",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  link: "M8 16 17 7M10 7h7v7",
};
const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const given = { viewBox: "0 0 24 24", class: "drawing", "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(given)) drawing.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  drawing.append(path);
  return drawing;
}
