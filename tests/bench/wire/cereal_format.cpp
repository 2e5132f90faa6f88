// cereal's own archives: portable binary and JSON. Identifiers are 16 bytes in the one and a UUID's
// text in the other, as people would write them.
#include "tests/bench/wire/format.hpp"

#include <cereal/archives/json.hpp>
#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>

#include <array>
#include <sstream>

namespace alongside::bench {
namespace {

struct BinaryId {
  IdBytes bytes{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(bytes);
  }
};
struct TextId {
  IdBytes bytes{};
  template <class Archive>
  std::string save_minimal(const Archive&) const {
    return uuid_text(bytes);
  }
  template <class Archive>
  void load_minimal(const Archive&, const std::string& text) {
    bytes = parse_uuid(text).value();
  }
};

struct Posting {
  std::uint32_t account = 0;
  std::int64_t pence = 0;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(account), CEREAL_NVP(pence));
  }
};
template <class Identifier>
struct Operation {
  Identifier id;
  std::uint32_t subject = 0;
  std::uint32_t kind = 0;
  std::uint32_t edition = 0;
  std::uint64_t base_version = 0;
  std::int64_t made_after_ms = 0;
  std::uint32_t agreement = 0;
  std::int32_t day = 0;
  std::vector<Posting> postings;
  std::string text;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(subject), CEREAL_NVP(kind), CEREAL_NVP(edition), CEREAL_NVP(base_version),
            CEREAL_NVP(made_after_ms), CEREAL_NVP(agreement), CEREAL_NVP(day), CEREAL_NVP(postings), CEREAL_NVP(text));
  }
};
template <class Identifier>
struct Subject {
  Identifier household;
  Identifier id;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(household), CEREAL_NVP(id));
  }
};
template <class Identifier>
struct Push {
  Identifier device;
  Identifier actor;
  std::uint64_t first_sequence = 0;
  std::int64_t made_from_ms = 0;
  std::vector<Subject<Identifier>> subjects;
  std::vector<Operation<Identifier>> operations;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(device), CEREAL_NVP(actor), CEREAL_NVP(first_sequence), CEREAL_NVP(made_from_ms),
            CEREAL_NVP(subjects), CEREAL_NVP(operations));
  }
};

template <class Identifier>
Operation<Identifier> operation_of(const SampleOperation& from) {
  Operation<Identifier> to{{from.id},          from.subject,   from.kind, from.edition, from.base_version,
                           from.made_after_ms, from.agreement, from.day,  {},           from.text};
  for (const SamplePosting& posting : from.postings) to.postings.push_back({posting.account, posting.pence});
  return to;
}

template <class Output, class Input, class Identifier>
class Cereal final : public Format {
 public:
  explicit Cereal(std::string_view name) : name_(name) {}
  std::string_view name() const override { return name_; }

  void prepare(const std::vector<SamplePush>& sample) override {
    for (const SamplePush& from : sample) {
      auto& to = pushes_.emplace_back(
          Push<Identifier>{{from.device}, {from.actor}, from.first_sequence, from.made_from_ms, {}, {}});
      for (const SampleSubject& subject : from.subjects) to.subjects.push_back({{subject.household}, {subject.id}});
      for (const SampleOperation& operation : from.operations)
        to.operations.push_back(operation_of<Identifier>(operation));
    }
  }

  std::string_view encode(std::size_t push) override {
    std::ostringstream stream;
    {
      Output archive(stream);
      archive(pushes_[push]);
    }
    written_ = std::move(stream).str();
    return written_;
  }

  std::int64_t decode(const std::string& bytes) override {
    std::istringstream stream(bytes);
    Input archive(stream);
    Push<Identifier>& push = read_;
    archive(push);
    std::int64_t sum = 0;
    for (const auto& operation : push.operations) {
      sum += operation.day + static_cast<std::int64_t>(operation.text.size());
      for (const Posting& posting : operation.postings) sum += posting.pence * posting.account;
    }
    return sum;
  }

 private:
  std::string_view name_;
  std::vector<Push<Identifier>> pushes_;
  std::string written_;
  Push<Identifier> read_;
};

// Without the spaces that are there for people.
class CompactJson : public cereal::JSONOutputArchive {
 public:
  explicit CompactJson(std::ostream& stream) : JSONOutputArchive(stream, Options::NoIndent()) {}
};

}  // namespace

std::unique_ptr<Format> make_cereal_binary() {
  return std::make_unique<Cereal<cereal::PortableBinaryOutputArchive, cereal::PortableBinaryInputArchive, BinaryId>>(
      "cereal portable binary");
}

std::unique_ptr<Format> make_cereal_json() {
  return std::make_unique<Cereal<CompactJson, cereal::JSONInputArchive, TextId>>("cereal JSON");
}

}  // namespace alongside::bench
