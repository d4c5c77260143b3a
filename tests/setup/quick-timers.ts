/**
 * The engine puts timers that fall due within a second of each other into one turn, so a retry after 200 ms takes a
 * second and more. Tests provoke hundreds of retries: here a turn is a twentieth of that.
 */
export const quickTimers = ['--dynamic-config-value', 'history.timerProcessorMaxTimeShift="50ms"'];
