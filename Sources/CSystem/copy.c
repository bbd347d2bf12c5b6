#define _GNU_SOURCE
#include "dxgk_copy.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

#if defined(__x86_64__)

/* Every size up to 128 bytes loads all of it before it stores any: two moves that overlap in the middle cover each size
 * between one and two times their width. Beyond that the processor's own string move is as good as a loop. */
__asm__(
    ".pushsection .text\n"
    ".p2align 4\n"
    ".globl dxgk_copy\n"
    ".hidden dxgk_copy_first, dxgk_copy_last, dxgk_copy_fault\n"
    ".type dxgk_copy, @function\n"
    "dxgk_copy:\n"
    "dxgk_copy_first:\n"
    "  .cfi_startproc\n"
    "  cmpq $16, %rdx\n"
    "  jb 2f\n"
    "  cmpq $32, %rdx\n"
    "  ja 1f\n"
    "  movups (%rsi), %xmm0\n"
    "  movups -16(%rsi,%rdx), %xmm1\n"
    "  movups %xmm0, (%rdi)\n"
    "  movups %xmm1, -16(%rdi,%rdx)\n"
    "  xorl %eax, %eax\n"
    "  ret\n"
    "1:\n"
    "  cmpq $64, %rdx\n"
    "  ja 5f\n"
    "  movups (%rsi), %xmm0\n"
    "  movups 16(%rsi), %xmm1\n"
    "  movups -32(%rsi,%rdx), %xmm2\n"
    "  movups -16(%rsi,%rdx), %xmm3\n"
    "  movups %xmm0, (%rdi)\n"
    "  movups %xmm1, 16(%rdi)\n"
    "  movups %xmm2, -32(%rdi,%rdx)\n"
    "  movups %xmm3, -16(%rdi,%rdx)\n"
    "  xorl %eax, %eax\n"
    "  ret\n"
    "2:\n"
    "  cmpl $8, %edx\n"
    "  jb 3f\n"
    "  movq (%rsi), %rax\n"
    "  movq -8(%rsi,%rdx), %rcx\n"
    "  movq %rax, (%rdi)\n"
    "  movq %rcx, -8(%rdi,%rdx)\n"
    "  xorl %eax, %eax\n"
    "  ret\n"
    "3:\n"
    "  cmpl $4, %edx\n"
    "  jb 4f\n"
    "  movl (%rsi), %eax\n"
    "  movl -4(%rsi,%rdx), %ecx\n"
    "  movl %eax, (%rdi)\n"
    "  movl %ecx, -4(%rdi,%rdx)\n"
    "  xorl %eax, %eax\n"
    "  ret\n"
    "4:\n"
    "  xorl %eax, %eax\n"
    "  testl %edx, %edx\n"
    "  je 7f\n"
    /* First, middle and last byte: of 1 all three are the same, of 2 the last two. */
    "  movzbl (%rsi), %ecx\n"
    "  movzbl -1(%rsi,%rdx), %r8d\n"
    "  movq %rdx, %r10\n"
    "  shrq $1, %r10\n"
    "  movzbl (%rsi,%r10), %r9d\n"
    "  movb %cl, (%rdi)\n"
    "  movb %r9b, (%rdi,%r10)\n"
    "  movb %r8b, -1(%rdi,%rdx)\n"
    "  ret\n"
    "5:\n"
    "  cmpq $128, %rdx\n"
    "  ja 6f\n"
    "  movups (%rsi), %xmm0\n"
    "  movups 16(%rsi), %xmm1\n"
    "  movups 32(%rsi), %xmm2\n"
    "  movups 48(%rsi), %xmm3\n"
    "  movups -64(%rsi,%rdx), %xmm4\n"
    "  movups -48(%rsi,%rdx), %xmm5\n"
    "  movups -32(%rsi,%rdx), %xmm6\n"
    "  movups -16(%rsi,%rdx), %xmm7\n"
    "  movups %xmm0, (%rdi)\n"
    "  movups %xmm1, 16(%rdi)\n"
    "  movups %xmm2, 32(%rdi)\n"
    "  movups %xmm3, 48(%rdi)\n"
    "  movups %xmm4, -64(%rdi,%rdx)\n"
    "  movups %xmm5, -48(%rdi,%rdx)\n"
    "  movups %xmm6, -32(%rdi,%rdx)\n"
    "  movups %xmm7, -16(%rdi,%rdx)\n"
    "  xorl %eax, %eax\n"
    "  ret\n"
    "6:\n"
    "  movq %rdx, %rcx\n"
    "  rep movsb\n"
    "  xorl %eax, %eax\n"
    "7:\n"
    "  ret\n"
    "  .cfi_endproc\n"
    ".size dxgk_copy, . - dxgk_copy\n"
    "\n"
    ".p2align 4\n"
    ".globl dxgk_copy_probe\n"
    ".type dxgk_copy_probe, @function\n"
    "dxgk_copy_probe:\n"
    "  .cfi_startproc\n"
    "  testq %rsi, %rsi\n"
    "  je 3f\n"
    "  leaq -1(%rdi,%rsi), %rdx\n" /* the last byte */
    "  cmpq %rdi, %rdx\n"
    "  jb 4f\n"                    /* the range wraps around */
    /* The last one first: who is about to read the first bytes does not wait for this one. */
    "  movb (%rdx), %al\n"
    "  movb %al, (%rdx)\n"
    "  movq %rdi, %rcx\n"
    "  xorq %rdx, %rcx\n"
    "  testq $-4096, %rcx\n"
    "  je 3f\n"                    /* one page */
    "2:\n"
    "  movb (%rdi), %al\n"
    "  movb %al, (%rdi)\n"
    "  andq $-4096, %rdi\n"
    "  addq $4096, %rdi\n"
    "  cmpq %rdx, %rdi\n"
    "  jbe 2b\n"
    "3:\n"
    "  xorl %eax, %eax\n"
    "  ret\n"
    "4:\n"
    "  movl $1, %eax\n"
    "  ret\n"
    "dxgk_copy_last:\n"
    "dxgk_copy_fault:\n"
    "  movl $1, %eax\n"
    "  ret\n"
    "  .cfi_endproc\n"
    ".size dxgk_copy_probe, . - dxgk_copy_probe\n"
    ".popsection\n");

extern const char dxgk_copy_first[], dxgk_copy_last[], dxgk_copy_fault[];

/* Whether the interrupted instruction is one of ours; if so it goes on at the answer "fault". The routines push nothing, so
 * the return address is still on top of the stack. */
static bool resume(void *context) {
  ucontext_t *state = context;
  uintptr_t at = (uintptr_t)state->uc_mcontext.gregs[REG_RIP];
  if (at < (uintptr_t)dxgk_copy_first || at >= (uintptr_t)dxgk_copy_last) return false;
  state->uc_mcontext.gregs[REG_RIP] = (greg_t)(uintptr_t)dxgk_copy_fault;
  return true;
}

static struct sigaction previous_segv, previous_bus;

/* Does with a fault that is not ours what would have happened without us. */
static void chain(const struct sigaction *previous, int signal, siginfo_t *info, void *context) {
  if (previous->sa_handler == SIG_DFL || previous->sa_handler == SIG_IGN) {
    /* The kernel does not let a fault be ignored. The instruction runs again and the default action ends the process. */
    struct sigaction fatal = {.sa_handler = SIG_DFL};
    sigaction(signal, &fatal, NULL);
    /* One that was sent (kill, raise) does not come again by itself. */
    if (info->si_code <= 0) raise(signal);
    return;
  }
  sigset_t mask;
  pthread_sigmask(SIG_BLOCK, &previous->sa_mask, &mask);
  if ((previous->sa_flags & SA_SIGINFO) != 0) {
    previous->sa_sigaction(signal, info, context);
  } else {
    previous->sa_handler(signal);
  }
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

static void fault(int signal, siginfo_t *info, void *context) {
  if (resume(context)) return;
  chain(signal == SIGSEGV ? &previous_segv : &previous_bus, signal, info, context);
}

static atomic_bool installed;
static pthread_mutex_t installing = PTHREAD_MUTEX_INITIALIZER;

int dxgk_copy_install(void) {
  if (atomic_load_explicit(&installed, memory_order_acquire)) return 0;
  pthread_mutex_lock(&installing);
  int error = 0;
  if (!atomic_load_explicit(&installed, memory_order_relaxed)) {
    struct sigaction action = {.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART};
    action.sa_sigaction = fault;
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGSEGV, NULL, &previous_segv) != 0 || sigaction(SIGBUS, NULL, &previous_bus) != 0 ||
        sigaction(SIGSEGV, &action, NULL) != 0 || sigaction(SIGBUS, &action, NULL) != 0)
      error = errno;
    else
      atomic_store_explicit(&installed, true, memory_order_release);
  }
  pthread_mutex_unlock(&installing);
  return error;
}

#else

/* Elsewhere the system copies, at the price of a call into it. */
#include <sys/uio.h>

int dxgk_copy_install(void) { return 0; }

/* process_vm_writev to ourselves reads `from` and writes `to`, and answers EFAULT for either. */
int dxgk_copy(void *to, const void *from, size_t bytes) {
  struct iovec source = {(void *)(uintptr_t)from, bytes}, target = {to, bytes};
  if (bytes == 0) return 0;
  return process_vm_writev(getpid(), &source, 1, &target, 1, 0) == (ssize_t)bytes ? 0 : 1;
}

int dxgk_copy_probe(void *address, size_t bytes) {
  uint8_t *at = address, *last = at + bytes - 1;
  if (bytes == 0) return 0;
  if (last < at) return 1;
  for (;;) {
    uint8_t value;
    if (dxgk_copy(&value, at, 1) != 0 || dxgk_copy(at, &value, 1) != 0) return 1;
    if (((uintptr_t)at ^ (uintptr_t)last) < 4096) return 0;
    at = (uint8_t *)(((uintptr_t)at | 4095) + 1);
  }
}
#endif
