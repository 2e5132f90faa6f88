/**
 * Keeps a press on the canvas together until it is let go. Called once by View, before the window
 * takes the canvas.
 */
export function keepPressTogether(canvas) {
  // A drag must not get lost over a text box that lies on the canvas.
  canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));

  // WebKit says that the mouse left when the capture ends, before it tells of the release; SDL would
  // then forget the button that is still down, and no click would ever be one.
  let releasing = false;
  addEventListener("pointerup", () => { releasing = true; }, true);
  addEventListener("mouseup", () => { releasing = false; }, true);
  canvas.addEventListener("mouseleave", (event) => { if (releasing) event.stopImmediatePropagation(); }, true);
}
