// PicturePack: the symbols beside the words of surveys. OpenMoji's are always there (assets/symbols.json); a council's
// own set, from the folder "symbols" beside its configuration, goes before them. Read once; asked for each survey's
// pictures.
#pragma once

#include "app/base/result.hpp"
#include "app/server/json_reader.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace alongside::server {
class JsonMistakes;
struct CouncilConfig;
}  // namespace alongside::server

namespace alongside::feedback {

struct Picture {
  std::string_view type;  // "image/svg+xml", "image/png", "image/webp"
  std::shared_ptr<const std::string> bytes;
};

class PicturePack {
 public:
  static constexpr std::size_t most_pictures = 2000, most_bytes = 100 * 1024, most_bytes_in_all = 32 * 1024 * 1024;
  static constexpr std::size_t most_words = 40, most_word_bytes = 80;  // of one symbol

  using Open = std::function<Result<std::string>(const server::JsonValue& symbol, const std::string& file)>;

  // {"symbols": [{"file": "pool.png", "words": ["swimming", "nofio", "how.pool"]}]}. What cannot be used is named in
  // `mistakes`, and left out; a word that is known already now has the new picture.
  void read(const server::JsonValue& pack, const std::string& path, const Open& open, server::JsonMistakes& mistakes);
  void read_openmoji(server::JsonMistakes& mistakes);
  void read_own(const server::CouncilConfig& council, server::JsonMistakes& mistakes);

  // By its name in an address, "pool.3fa90c11.png"; null: there is none.
  const Picture* find(std::string_view name) const;
  // The name of the symbol for exactly these words, whatever their capitals; empty: there is none.
  std::string of(std::string_view words) const;
  // The same, or else of the longest run of words in it: "Music and dancing" → music. Empty also where something is
  // denied: "not quiet" must not look like "quiet".
  std::string within(std::string_view words) const;

 private:
  std::size_t bytes_ = 0;
  std::map<std::string, Picture, std::less<>> pictures_;
  std::map<std::string, std::string, std::less<>> by_words_;
};

}  // namespace alongside::feedback
