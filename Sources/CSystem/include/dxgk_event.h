/* Event objects of callers: eventfd(2). */
#ifndef DXGK_EVENT_H
#define DXGK_EVENT_H

/* A new event that nobody set, closed by exec; -1 when there is none to have. Reading it does not wait. */
int dxgk_event_create(void);

/* Another descriptor of the eventfd that `descriptor` is, closed by exec; -1 when it is none. */
int dxgk_event_duplicate(int descriptor);

/* Sets the event. Never waits: one that is set so often that no more can be counted stays set. */
void dxgk_event_set(int event);
void dxgk_event_close(int event);
#endif
