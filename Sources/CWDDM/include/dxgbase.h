/* The few Windows base types that WDDM declarations are written in.
 *
 * Widths are those of 64-bit Windows whatever the host's `long` is: ULONG, LONG, DWORD and NTSTATUS have 32 bits, a
 * handle is a pointer. WCHAR has 16 bits; compile with -DDXGK_WSL_ABI for the 32-bit one that Linux programs built
 * against libdxcore use. */
#ifndef DXGBASE_H
#define DXGBASE_H
#pragma GCC system_header

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define DXGK_EXTERN_C_BEGIN extern "C" {
#define DXGK_EXTERN_C_END }
#ifndef EXTERN_C
#define EXTERN_C extern "C"
#endif
#else
#define DXGK_EXTERN_C_BEGIN
#define DXGK_EXTERN_C_END
#ifndef EXTERN_C
#define EXTERN_C extern
#endif
#endif

/* For Swift: a record of plain data, safe to hold and copy although a member is a pointer. CWDDM.apinotes says the same
 * of every struct that has a tag. */
#ifdef __clang__
#define DXGK_PLAIN __attribute__((swift_attr("safe")))
#else
#define DXGK_PLAIN
#endif

/* Annotations and calling conventions mean nothing on x86-64 ELF. Windows code spells them; they vanish here. */
#ifndef APIENTRY
#define APIENTRY
#endif
#ifndef CALLBACK
#define CALLBACK
#endif
#ifndef NTAPI
#define NTAPI
#endif
#ifndef WINAPI
#define WINAPI
#endif
#ifndef __stdcall
#define __stdcall
#endif
#ifndef __cdecl
#define __cdecl
#endif
#ifndef CONST
#define CONST const
#endif
#ifndef IN
#define IN
#endif
#ifndef OUT
#define OUT
#endif
#ifndef OPTIONAL
#define OPTIONAL
#endif
#ifndef _In_
#define _In_
#endif
#ifndef _In_opt_
#define _In_opt_
#endif
#ifndef _Out_
#define _Out_
#endif
#ifndef _Out_opt_
#define _Out_opt_
#endif
#ifndef _Inout_
#define _Inout_
#endif
#ifndef _Inout_opt_
#define _Inout_opt_
#endif
#ifndef _In_reads_
#define _In_reads_(count)
#endif
#ifndef _In_reads_bytes_
#define _In_reads_bytes_(count)
#endif
#ifndef _Out_writes_
#define _Out_writes_(count)
#endif
#ifndef _Out_writes_bytes_
#define _Out_writes_bytes_(count)
#endif
#ifndef _Field_size_
#define _Field_size_(count)
#endif
#ifndef _Field_size_bytes_
#define _Field_size_bytes_(count)
#endif
#ifndef _IRQL_requires_
#define _IRQL_requires_(irql)
#endif
#ifndef _IRQL_requires_max_
#define _IRQL_requires_max_(irql)
#endif
#ifndef _Function_class_
#define _Function_class_(name)
#endif
#ifndef _Use_decl_annotations_
#define _Use_decl_annotations_
#endif
#ifndef UNREFERENCED_PARAMETER
#define UNREFERENCED_PARAMETER(parameter) ((void)(parameter))
#endif
#ifndef FIELD_OFFSET
#define FIELD_OFFSET(type, field) ((LONG)offsetof(type, field))
#endif
#ifndef TRUE
#define TRUE 1
#endif
#ifndef FALSE
#define FALSE 0
#endif
#ifndef VOID
#define VOID void
#endif

DXGK_EXTERN_C_BEGIN

/* Integers. */
typedef char CHAR;
typedef signed char INT8;
typedef unsigned char UCHAR, BYTE, UINT8;
typedef int16_t SHORT, INT16;
typedef uint16_t USHORT, WORD, UINT16;
typedef int32_t INT, LONG, INT32, LONG32;
typedef uint32_t UINT, ULONG, DWORD, UINT32, ULONG32;
typedef long long INT64, LONGLONG, LONG64;
typedef unsigned long long UINT64, ULONGLONG, ULONG64, DWORD64;
typedef float FLOAT;
typedef int BOOL;
typedef unsigned char BOOLEAN;
typedef LONG NTSTATUS;
typedef LONG HRESULT;

/* Pointer-sized. unsigned long, not unsigned long long: it is what size_t is here, and Swift sees UInt, not Int as
 * for size_t itself. */
typedef intptr_t LONG_PTR, INT_PTR;
typedef uintptr_t ULONG_PTR, UINT_PTR, DWORD_PTR;
typedef uintptr_t SIZE_T;
typedef SIZE_T *PSIZE_T;
typedef ULONG_PTR KAFFINITY;

#if defined(DXGK_WSL_ABI) && defined(__cplusplus)
typedef char32_t WCHAR;
#elif defined(DXGK_WSL_ABI)
typedef uint32_t WCHAR;
#elif defined(__cplusplus)
typedef char16_t WCHAR;
#else
typedef uint16_t WCHAR;
#endif

/* Pointers. */
typedef void *PVOID, *LPVOID;
typedef const void *LPCVOID, *PCVOID;
typedef CHAR *PCHAR;
typedef UCHAR *PUCHAR;
typedef BYTE *PBYTE;
typedef USHORT *PUSHORT;
typedef UINT *PUINT;
typedef LONG *PLONG;
typedef ULONG *PULONG;
typedef UINT64 *PUINT64;
typedef ULONGLONG *PULONGLONG;
typedef BOOLEAN *PBOOLEAN;
typedef WCHAR *PWSTR, *LPWSTR, *PWCHAR;
typedef const WCHAR *PCWSTR, *LPCWSTR;
typedef const CHAR *PCSTR, *LPCSTR;

/* An opaque name for an object of the other side. Never followed by whoever receives it. */
typedef void *HANDLE;
typedef HANDLE *PHANDLE;
typedef HANDLE HDC;
typedef HANDLE HWND;
typedef HANDLE HMODULE;

/* Here, as everywhere in these headers, a union that has a name is written as a struct around an anonymous union: the
 * same layout and the same member names, and Swift reads its members as plain data. */
typedef struct _LARGE_INTEGER {
  union {
    struct {
      DWORD LowPart;
      LONG HighPart;
    };
    struct {
      DWORD LowPart;
      LONG HighPart;
    } u;
    LONGLONG QuadPart;
  };
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef struct _ULARGE_INTEGER {
  union {
    struct {
      DWORD LowPart;
      DWORD HighPart;
    };
    struct {
      DWORD LowPart;
      DWORD HighPart;
    } u;
    ULONGLONG QuadPart;
  };
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef LARGE_INTEGER PHYSICAL_ADDRESS, *PPHYSICAL_ADDRESS;

/* Names an adapter for as long as the machine runs. */
typedef struct _LUID {
  DWORD LowPart;
  LONG HighPart;
} LUID, *PLUID;

#ifndef GUID_DEFINED
#define GUID_DEFINED
typedef struct _GUID {
  DWORD Data1;
  WORD Data2;
  WORD Data3;
  BYTE Data4[8];
} GUID;
#endif

typedef struct _UNICODE_STRING {
  USHORT Length;        /* Bytes in use, without a terminator. */
  USHORT MaximumLength; /* Bytes at Buffer. */
  PWSTR Buffer;
} UNICODE_STRING, *PUNICODE_STRING;
typedef const UNICODE_STRING *PCUNICODE_STRING;

typedef struct _POINT {
  LONG x;
  LONG y;
} POINT, *PPOINT;

typedef struct _RECT {
  LONG left;
  LONG top;
  LONG right;
  LONG bottom;
} RECT, *PRECT;
typedef RECT RECTL;

typedef ULONG ACCESS_MASK;

/* How a named NT object is asked for. SecurityDescriptor and SecurityQualityOfService are opaque here. */
typedef struct _OBJECT_ATTRIBUTES {
  ULONG Length; /* sizeof(OBJECT_ATTRIBUTES) */
  HANDLE RootDirectory;
  PUNICODE_STRING ObjectName;
  ULONG Attributes;
  PVOID SecurityDescriptor;
  PVOID SecurityQualityOfService;
} OBJECT_ATTRIBUTES, *POBJECT_ATTRIBUTES;

#define OBJ_INHERIT 0x00000002
#define OBJ_PERMANENT 0x00000010
#define OBJ_EXCLUSIVE 0x00000020
#define OBJ_CASE_INSENSITIVE 0x00000040
#define OBJ_OPENIF 0x00000080
#define OBJ_OPENLINK 0x00000100
#define OBJ_KERNEL_HANDLE 0x00000200

#define STANDARD_RIGHTS_REQUIRED 0x000F0000
#define STANDARD_RIGHTS_READ 0x00020000
#define STANDARD_RIGHTS_WRITE 0x00020000
#define SYNCHRONIZE 0x00100000
#define PROCESS_SET_INFORMATION 0x0200
#define PROCESS_QUERY_INFORMATION 0x0400
#define GENERIC_READ 0x80000000
#define GENERIC_WRITE 0x40000000
#define GENERIC_ALL 0x10000000
#define DUPLICATE_CLOSE_SOURCE 0x00000001
#define DUPLICATE_SAME_ACCESS 0x00000002

DXGK_EXTERN_C_END

#endif /* DXGBASE_H */
