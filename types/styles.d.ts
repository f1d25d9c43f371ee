/** Stylesheets are read by the bundler alone; a class that is missing shows on the screen, not in the types. */
declare module '*.scss'
