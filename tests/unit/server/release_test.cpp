// A folder is served as a release only when each of its files is as somebody in the ring signed it, nothing is added to
// it, and no newer release was served before. The signatures are made by OpenSSL here; app/tools/signing.mjs makes the
// real ones, which tests/contract/release.test.mjs has checked by council-api.
#include "app/base/base64url.hpp"
#include "app/server/digest.hpp"
#include "app/server/release/release_check.hpp"
#include "app/server/release/signed_text.hpp"

#include <doctest/doctest.h>
#include <openssl/evp.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

using namespace alongside;
using namespace alongside::server;

namespace {

Date day_of(std::string_view iso) { return Date::parse(iso).value(); }

class Signer {
 public:
  explicit Signer(std::string id)
      : id_(std::move(id)), key_(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free) {}

  ReleaseKey key(std::string_view from = "2026-01-01", std::string_view until = "2027-12-31") const {
    ReleaseKey found{id_, {}, day_of(from), day_of(until), {}};
    std::size_t size = found.key.size();
    REQUIRE(EVP_PKEY_get_raw_public_key(key_.get(), found.key.data(), &size) == 1);
    return found;
  }

  std::string signature(const std::string& text) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    Bytes bytes(64);
    std::size_t size = bytes.size();
    REQUIRE(EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) == 1);
    REQUIRE(EVP_DigestSign(context.get(), bytes.data(), &size, reinterpret_cast<const unsigned char*>(text.data()),
                           text.size()) == 1);
    return base64url(bytes);
  }

  std::string line(const std::string& kind, const std::string& text) const {
    return "{\"key\":\"" + id_ + "\",\"signature\":\"" + signature("Alongside " + kind + " 1\n" + text) + "\"}";
  }

 private:
  std::string id_;
  std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key_;
};

std::string envelope(const std::string& text, const std::string& signatures) {
  std::string escaped;
  for (const char letter : text) {
    if (letter == '"') escaped += '\\';
    escaped += letter;
  }
  return "{\"signed\":\"" + escaped + "\",\"signatures\":[" + signatures + "]}\n";
}

// A folder with two files and their signed list.
class Www {
 public:
  explicit Www(const Signer& signer, int number = 7) : path_(std::filesystem::temp_directory_path() / name()) {
    std::filesystem::create_directories(path_ / "plugins");
    write("index.html", "<main></main>");
    write("plugins/a.wasm", "wasm");
    const std::string text = "{\"release\":" + std::to_string(number) +
                             ",\"issued\":\"2026-11-22\",\"expires\":\"2027-12-27\",\"files\":{\"index.html\":\"" +
                             sum("<main></main>") + "\",\"plugins/a.wasm\":\"" + sum("wasm") + "\"}}";
    write("release.json", envelope(text, signer.line("release", text)));
  }
  Www(const Www&) = delete;
  Www& operator=(const Www&) = delete;
  ~Www() { std::filesystem::remove_all(path_); }

  void write(const std::string& file, const std::string& text) { std::ofstream(path_ / file) << text; }
  std::string path() const { return path_.string(); }
  std::filesystem::path at(const std::string& file) const { return path_ / file; }

 private:
  static std::string name() {
    static int count = 0;
    return "alongside-release-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
  }
  static std::string sum(std::string_view text) { return hex_text(sha256_of(text).value()); }

  std::filesystem::path path_;
};

std::string words_of(const Result<Release>& result) { return result.ok() ? "accepted" : result.error().detail; }

bool says(const Result<Release>& result, std::string_view words) {
  return words_of(result).find(words) != std::string::npos;
}

}  // namespace

TEST_SUITE("release") {
  TEST_CASE("a folder as it was signed is a release, with its number, its days and its key") {
    const Signer signer("00000000000000aa");
    const Www www(signer);
    const auto release = check_release(www.path(), {signer.key()});
    REQUIRE_MESSAGE(release.ok(), words_of(release));
    CHECK(release->number == 7);
    CHECK(release->files == 2);
    CHECK(release->key == "00000000000000aa");
    CHECK(release->expires == day_of("2027-12-27"));
  }

  TEST_CASE("a file that was changed, is missing or was added is named") {
    const Signer signer("00000000000000aa");
    Www www(signer);
    www.write("plugins/a.wasm", "wasn");
    CHECK(says(check_release(www.path(), {signer.key()}), "plugins/a.wasm: this file was changed"));
    std::filesystem::remove(www.at("plugins/a.wasm"));
    CHECK(says(check_release(www.path(), {signer.key()}), "plugins/a.wasm: this file of the release is missing"));
    www.write("plugins/a.wasm", "wasm");
    www.write("plugins/b.wasm", "another");
    CHECK(says(check_release(www.path(), {signer.key()}), "plugins/b.wasm: this file is not of the release"));
    std::filesystem::remove(www.at("plugins/b.wasm"));
    std::filesystem::create_symlink(www.at("index.html"), www.at("link.html"));
    CHECK(says(check_release(www.path(), {signer.key()}), "link.html: this file is not of the release"));
  }

  TEST_CASE("a list that was changed, cut short or is not there is refused") {
    const Signer signer("00000000000000aa");
    Www www(signer);
    std::ifstream in(www.at("release.json"));
    const std::string whole(std::istreambuf_iterator<char>(in), {});
    for (std::size_t at = 0; at + 1 < whole.size(); at++) {
      std::string changed = whole;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      www.write("release.json", changed);
      CHECK_MESSAGE(!check_release(www.path(), {signer.key()}).ok(), at);
    }
    for (std::size_t size = 0; size + 1 < whole.size(); size += 7) {
      www.write("release.json", whole.substr(0, size));
      CHECK_MESSAGE(!check_release(www.path(), {signer.key()}).ok(), size);
    }
    std::filesystem::remove(www.at("release.json"));
    CHECK(says(check_release(www.path(), {signer.key()}), "there is no signed list"));
  }

  TEST_CASE("only keys of the ring count, in their days, and while they are not retired") {
    const Signer signer("00000000000000aa"), stranger("00000000000000bb"), forger("00000000000000aa");
    const Www www(signer);
    CHECK(says(check_release(www.path(), {stranger.key()}), "signed by nobody"));
    CHECK(says(check_release(www.path(), {forger.key()}), "changed after it was signed"));
    CHECK(says(check_release(www.path(), {signer.key("2026-01-01", "2026-11-21")}), "did not count on 2026-11-22"));
    CHECK(says(check_release(www.path(), {signer.key("2026-11-23")}), "did not count on 2026-11-22"));
    ReleaseKey retired = signer.key();
    retired.retired = "lost on a train";
    CHECK(says(check_release(www.path(), {retired}), "did not count"));
    CHECK(check_release(www.path(), {stranger.key(), signer.key()}).ok());
  }

  TEST_CASE("what was signed as something else is no list of a release") {
    const Signer signer("00000000000000aa");
    const std::string text = "{\"issued\":\"2026-11-22\"}";
    const std::string made = envelope(text, signer.line("catalogue", text));
    CHECK(open_signed_text(made, "catalogue", {signer.key()}).ok());
    CHECK_FALSE(open_signed_text(made, "release", {signer.key()}).ok());
  }

  TEST_CASE("after a newer release no older one is served, and the words say what to do") {
    const Signer signer("00000000000000aa");
    const Www folder(signer);
    const std::string data = folder.path();
    Release release;
    for (const int number : {3, 3, 5}) {
      release.number = number;
      CHECK(accept_release(data, release).ok());
    }
    release.number = 4;
    const auto older = accept_release(data, release);
    REQUIRE_FALSE(older.ok());
    CHECK(older.error().detail.find("release 4, and release 5 was served before") != std::string::npos);
    CHECK(older.error().detail.find("under a higher number") != std::string::npos);
    release.number = 5;
    CHECK(accept_release(data, release).ok());
  }

  TEST_CASE("a ring says every mistake, and takes no key twice") {
    const auto bad = parse_key_ring(R"([{"id":"a","public":"short","from":"today","until":"2027-01-01"}])");
    REQUIRE_FALSE(bad.ok());
    CHECK(bad.error().detail.find("[0].public") != std::string::npos);
    CHECK(bad.error().detail.find("[0].from") != std::string::npos);
    const std::string key =
        R"({"id":"00000000000000aa","public":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","from":"2026-01-01","until":"2027-01-01"})";
    CHECK(parse_key_ring("[" + key + "]").ok());
    CHECK_FALSE(parse_key_ring("[" + key + "," + key + "]").ok());
    CHECK_FALSE(parse_key_ring("[]").ok());
    CHECK_FALSE(parse_key_ring("{}").ok());
  }
}
