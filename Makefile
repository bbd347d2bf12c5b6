# The commands of the project. Each installs what it needs (Debian; as root or with sudo) and says what it does.
#
#   make run       build, and play a recorded workload under `dxgk run`
#   make test      every test: Swift (checked build), and C programs against the built library
#   make lib       dist/lib/libdxgk.so.0, libdxgkport.so.0, headers, pkg-config files
#   make install   copy them and the command to $(DESTDIR)$(PREFIX)
#   make bench     measure, print a table, write Benchmarks/results.json
#   make check     sanitizers and long runs

PREFIX ?= /usr/local
DESTDIR ?=
SCRATCH ?= .build
DIST ?= dist
export PREFIX DESTDIR SCRATCH DIST

WORKLOAD ?= Examples/workloads/clpeak.csv

help:
	@sed -n 's/^#   //p' Makefile

run: command lib examples
	$(DIST)/bin/dxgk run -- $(DIST)/examples/replay-workload $(WORKLOAD)

test: test-swift test-abi

# The tests of the command run what is in dist.
test-swift: command lib examples
	scripts/install-dependencies test
	swift test --disable-xctest --scratch-path $(SCRATCH)

test-abi: command lib examples
	Tests/ABITests/run
	Tests/ABITests/clients

lib:
	scripts/build-library

command:
	scripts/build-command

examples: lib
	scripts/build-examples

install: lib command
	scripts/install

bench: lib command
	scripts/install-dependencies bench
	Benchmarks/run

check:
	scripts/check

lint:
	scripts/lint

clean:
	rm -rf $(SCRATCH) $(DIST)

.PHONY: help run test test-swift test-abi lib command examples install bench check lint clean
