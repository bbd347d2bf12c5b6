#ifndef DXGK_CRC32C_H
#define DXGK_CRC32C_H
#endif
