#include "app/server/personal/export_folder.hpp"

#include "app/server/attachments/attachment_rows.hpp"
#include "app/server/file_sum.hpp"
#include "app/server/personal/held_json.hpp"
#include "app/server/personal/held_page.hpp"

#include <filesystem>

namespace alongside::server {

namespace {

namespace files = std::filesystem;

Result<void> make_folder(const std::string& folder) {
  std::error_code fault;
  if (files::exists(files::symlink_status(folder, fault))) {
    return Error{ErrorCode::Conflict, folder + ": this is there already; say where a new folder shall be made"};
  }
  if (!files::create_directory(folder, fault)) {
    return Error{ErrorCode::NotFound, folder + ": cannot make this folder: " + fault.message()};
  }
  files::permissions(folder, files::perms::owner_all, fault);
  return {};
}

Result<void> write_files(Database& database, const EverythingHeld& held, const std::string& folder) {
  if (held.files.empty()) return {};
  const std::string place = folder + "/" + std::string(export_names::files);
  ALONGSIDE_TRY(make_folder(place));
  for (const HeldFile& file : held.files) {
    const auto kept = ALONGSIDE_TRY(AttachmentRows(database).file(DocumentNumber{file.number}));
    if (!kept) continue;
    const std::string_view bytes(reinterpret_cast<const char*>(kept->bytes.data()), kept->bytes.size());
    ALONGSIDE_TRY(write_new_file(place + "/" + file.name, bytes));
  }
  return {};
}

}  // namespace

Result<void> export_folder(Database& database, const EverythingHeld& held, const CouncilConfig& council,
                           const std::string& folder) {
  ALONGSIDE_TRY(make_folder(folder));
  ALONGSIDE_TRY(write_new_file(folder + "/" + std::string(export_names::page), held_page(held, council)));
  const std::string json = ALONGSIDE_TRY(held_json(database, held, HeldFiles::Beside));
  ALONGSIDE_TRY(write_new_file(folder + "/" + std::string(export_names::data), json));
  return write_files(database, held, folder);
}

}  // namespace alongside::server
