/* Touching a caller's memory. */
#ifndef DXGK_COPY_H
#define DXGK_COPY_H
#endif
