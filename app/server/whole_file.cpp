#include "app/server/whole_file.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>

namespace alongside::server {

Result<void> write_whole_file(const std::string& path, const std::string& text) {
  const std::string partial = path + ".partial";
  std::ofstream file(partial, std::ios::binary);
  file << text;
  file.close();
  std::error_code trouble;
  if (file) std::filesystem::rename(partial, path, trouble);
  if (!file || trouble) return Error{ErrorCode::Storage, "cannot write " + path};
  return {};
}

}  // namespace alongside::server
