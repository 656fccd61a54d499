/** Thrown where somebody is signed in but their posts do not permit the page; drawn by BrokenPage. */
export class Forbidden extends Error {
  constructor() {
    super('forbidden');
    this.name = 'Forbidden';
  }
}
