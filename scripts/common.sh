# Shared by the scripts; sourced, from the root of the source tree.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scratch=${SCRATCH:-.build}     # SwiftPM's build directory
dist=${DIST:-dist}             # what `make lib` leaves: bin, include, lib, examples
version=0.1.0
toolchain=6.3.1

say() { printf '%s\n' "dxgkit: $*" >&2; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    say "need to be root, or sudo, for: $*"
    return 1
  fi
}
