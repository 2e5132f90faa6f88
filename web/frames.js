/**
 * Asks the browser for frames, only while there is something to draw. Never by a timer. What must
 * not happen while the application is inside a frame waits here until the frame is over.
 * boot.js makes the one Frames; application.js draws through it.
 */

const framesPerEvent = 3; // ImGui needs to see a press, its release and the result

export class Frames {
  /** @param {() => boolean} draw true: draw again · @param {() => void} rest before idling */
  constructor(draw, rest) {
    this.draw = draw;
    this.rest = rest;
    this.count = 0;
    this.left = 0;
    this.request = 0;
    this.inside = false;
    this.stopped = false;
    this.tasks = [];
    this.waiting = [];
  }

  get isIdle() { return this.request === 0; }

  wake(frames = framesPerEvent) {
    if (this.stopped) return;
    this.left = Math.max(this.left, frames);
    if (this.request === 0 && !this.inside) this.ask();
  }

  ask() { this.request = requestAnimationFrame(() => this.tick()); }

  tick() {
    this.request = 0;
    this.left--;
    this.count++;
    this.inside = true;
    const again = this.draw();
    this.inside = false;
    this.runTasks();
    if (this.stopped) return;
    if (again) this.left = Math.max(this.left, 1);
    if (this.left <= 0) this.rest();
    if (this.left > 0) this.ask();
    else this.tellIdle();
  }

  /** Runs `task` now, or right after the frame that is being drawn. */
  outside(task) {
    if (this.inside) this.tasks.push(task);
    else task();
  }

  runTasks() {
    for (let task = this.tasks.shift(); task && !this.stopped; task = this.tasks.shift()) task();
  }

  /** Resolves when no frame is asked for. */
  idle() {
    if (this.isIdle) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  tellIdle() {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  stop() {
    this.stopped = true;
    if (this.request !== 0) cancelAnimationFrame(this.request);
    this.request = 0;
    this.tasks = [];
    this.tellIdle();
  }
}
