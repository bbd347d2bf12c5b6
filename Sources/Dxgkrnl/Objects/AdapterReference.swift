/// What an adapter handle of a process names. A reference, not a parent: closing it never destroys a device (I-010).
struct AdapterReference {
  let attachment: Attachment
}
