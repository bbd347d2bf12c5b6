#include "dxgk_current.h"

_Thread_local struct dxgk_current_call *dxgk_current __attribute__((tls_model("initial-exec")));
