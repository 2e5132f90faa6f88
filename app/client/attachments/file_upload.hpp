// FileUpload: one file on its way to the council, piece after piece, from wherever the council says it
// has come so far. Owned by AttachmentBox; ends with one call, and never calls after its end.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/wire/messages/attachment.hpp"

#include <cstdint>
#include <functional>
#include <memory>

namespace alongside::client {

class Platform;

class FileUpload {
 public:
  using Ended = std::function<void(Result<wire::FileProgress>)>;
  // Small enough for half a minute on a slow phone line: a piece that takes longer is cut off.
  static constexpr std::size_t piece_bytes = std::size_t{64} << 10;

  FileUpload(Platform& platform, DocumentId id, std::shared_ptr<const Bytes> bytes, Ended ended);
  FileUpload(const FileUpload&) = delete;
  FileUpload& operator=(const FileUpload&) = delete;

  void begin() { send(0, 0); }  // asks first how much is there
  DocumentId id() const { return id_; }

 private:
  void send(std::size_t from, std::size_t count);
  void answered(const Result<Bytes>& reply);
  void end(Result<wire::FileProgress> result);
  void go_on(const wire::FileProgress& progress);

  Platform& platform_;
  DocumentId id_;
  std::shared_ptr<const Bytes> bytes_;
  Ended ended_;
  std::uint32_t checksum_;
  std::size_t expected_ = 0;  // where the council should be after the last piece
  int detours_ = 0;           // how often it was somewhere else
  std::shared_ptr<int> alive_ = std::make_shared<int>(0);
};

}  // namespace alongside::client
