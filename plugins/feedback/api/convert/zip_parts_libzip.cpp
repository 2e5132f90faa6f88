#include "plugins/feedback/api/convert/zip_parts_libzip.hpp"

#include <zip.h>

#include <utility>

namespace alongside::feedback {
namespace {

struct CloseZipFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct ZipTrouble {
  ZipTrouble() { zip_error_init(&error); }
  ZipTrouble(const ZipTrouble&) = delete;
  ZipTrouble& operator=(const ZipTrouble&) = delete;
  ~ZipTrouble() { zip_error_fini(&error); }
  zip_error_t error;
};

}  // namespace

struct ZipParts::Archive {
  struct Discard {
    void operator()(zip_t* zip) const { zip_discard(zip); }
  };
  std::unique_ptr<zip_t, Discard> zip;
  std::size_t left = ZipParts::most_bytes;
};

ZipParts::ZipParts(std::unique_ptr<Archive> archive) : archive_(std::move(archive)) {}
ZipParts::ZipParts(ZipParts&&) noexcept = default;
ZipParts& ZipParts::operator=(ZipParts&&) noexcept = default;
ZipParts::~ZipParts() = default;

Result<ZipParts> ZipParts::open(std::string_view bytes) {
  ZipTrouble trouble;
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &trouble.error);
  if (source == nullptr) return Error{ErrorCode::Internal, "no memory for reading a ZIP"};
  auto archive = std::make_unique<Archive>();
  archive->zip.reset(zip_open_from_source(source, ZIP_RDONLY, &trouble.error));
  if (archive->zip == nullptr) {
    zip_source_free(source);
    return Error{ErrorCode::InvalidInput, std::string("this is no whole .xlsx: ") + zip_error_strerror(&trouble.error)};
  }
  if (zip_get_num_entries(archive->zip.get(), 0) > static_cast<zip_int64_t>(most_parts))
    return Error{ErrorCode::TooLarge, "this .xlsx has more than 2,000 files inside"};
  return ZipParts(std::move(archive));
}

Result<std::string> ZipParts::read(const std::string& name) {
  zip_t* zip = archive_->zip.get();
  const zip_int64_t index = zip_name_locate(zip, name.c_str(), ZIP_FL_ENC_RAW);
  if (index < 0) return Error{ErrorCode::NotFound, "there is no " + name + " in it"};
  const std::unique_ptr<zip_file_t, CloseZipFile> file(zip_fopen_index(zip, static_cast<zip_uint64_t>(index), 0));
  if (file == nullptr) return Error{ErrorCode::InvalidInput, name + " cannot be read: " + zip_strerror(zip)};
  std::string bytes;
  for (;;) {
    char piece[64 * 1024];
    const zip_int64_t count = zip_fread(file.get(), piece, sizeof(piece));
    if (count < 0) return Error{ErrorCode::InvalidInput, name + " is damaged"};
    if (count == 0) return bytes;
    const auto size = static_cast<std::size_t>(count);
    if (bytes.size() + size > most_part_bytes || size > archive_->left)
      return Error{ErrorCode::TooLarge, name + " is too large once it is unpacked"};
    archive_->left -= size;
    bytes.append(piece, size);
  }
}

}  // namespace alongside::feedback
