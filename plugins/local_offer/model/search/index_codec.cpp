#include "plugins/local_offer/model/search/index_codec.hpp"

#include "plugins/local_offer/model/search/order.hpp"
#include "plugins/local_offer/model/search/subset_code.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {
namespace {

constexpr std::string_view magic = "ASIX\1";
// A posting takes no bits where every service has the term, so a length alone does not bound them.
constexpr std::uint64_t most_postings_a_byte = 64;

void put(Bytes& bytes, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7) bytes.push_back(static_cast<std::uint8_t>(number | 0x80));
  bytes.push_back(static_cast<std::uint8_t>(number));
}

void put_part(Bytes& bytes, std::span<const std::uint8_t> part) {
  put(bytes, static_cast<std::uint32_t>(part.size()));
  bytes.insert(bytes.end(), part.begin(), part.end());
}

class NumberReader {
 public:
  explicit NumberReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  std::uint32_t number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      if (at_ == bytes_.size()) break;
      const std::uint8_t byte = bytes_[at_++];
      number |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return number <= 0xFFFFFFFF ? static_cast<std::uint32_t>(number) : fail();
    }
    return fail();
  }
  std::span<const std::uint8_t> take(std::size_t count) {
    if (count > bytes_.size() - at_) {
      fail();
      return {};
    }
    at_ += count;
    return bytes_.subspan(at_ - count, count);
  }
  std::span<const std::uint8_t> part() { return take(number()); }
  bool has_failed() const { return has_failed_; }
  bool is_done() const { return !has_failed_ && at_ == bytes_.size(); }

 private:
  std::uint32_t fail() {
    has_failed_ = true;
    at_ = bytes_.size();
    return 0;
  }

  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  bool has_failed_ = false;
};

// The weights that occur, most frequent first: a posting is told by its weight's place in this list, and
// most postings by its first.
std::vector<std::uint8_t> weights_of(const IndexTables& tables) {
  std::array<std::uint32_t, most_weight + 1> counts{};
  for (const std::uint32_t posting : tables.postings) ++counts[weight_of(posting)];
  std::vector<std::uint8_t> weights;
  for (std::uint32_t weight = 0; weight <= most_weight; ++weight) {
    if (counts[weight] > 0) weights.push_back(static_cast<std::uint8_t>(weight));
  }
  stable_order(weights, [&](std::uint8_t a, std::uint8_t b) { return counts[a] > counts[b]; });
  return weights;
}

void encode_words(const Dictionary& dictionary, Bytes& bytes) {
  Bytes shared, lengths, letters, terms;
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < dictionary.size(); ++i) {
    const std::string_view rest = dictionary.word(i).substr(dictionary.shared(i));
    shared.push_back(dictionary.shared(i));
    lengths.push_back(static_cast<std::uint8_t>(rest.size()));
    letters.insert(letters.end(), rest.begin(), rest.end());
    // Terms are numbered as their first words come; the words of one stand close together.
    const std::uint32_t term = dictionary.term(i);
    put(terms, term == next ? 0 : next - term);
    if (term == next) ++next;
  }
  for (const Bytes* part : {&shared, &lengths, &letters, &terms}) put_part(bytes, *part);
}

// The services of one term, and then, weight by weight, which of those left have another.
class PostingWriter {
 public:
  PostingWriter(const IndexTables& tables, const std::vector<std::uint8_t>& weights) : tables_(tables) {
    for (std::size_t i = 0; i < weights.size(); ++i) place_[weights[i]] = static_cast<std::uint8_t>(i);
  }

  void write(std::uint32_t term) {
    const std::span<const std::uint32_t> postings(tables_.postings.data() + tables_.starts[term],
                                                  tables_.starts[term + 1] - tables_.starts[term]);
    std::vector<std::uint32_t> members;
    std::vector<std::uint8_t> places;
    for (const std::uint32_t posting : postings) {
      members.push_back(service_of(posting));
      places.push_back(place_[weight_of(posting)]);
    }
    put(counts_, static_cast<std::uint32_t>(members.size()));
    write_subset(bits_, members, tables_.services);
    for (std::uint8_t place = 0; !places.empty(); ++place) {
      std::vector<std::uint32_t> others;
      std::vector<std::uint8_t> left;
      for (std::uint32_t i = 0; i < places.size(); ++i) {
        if (places[i] == place) continue;
        others.push_back(i);
        left.push_back(places[i]);
      }
      put(counts_, static_cast<std::uint32_t>(others.size()));
      write_subset(bits_, others, static_cast<std::uint32_t>(places.size()));
      places = std::move(left);
    }
  }
  void finish(Bytes& bytes) {
    put_part(bytes, counts_);
    put_part(bytes, bits_.take());
  }

 private:
  const IndexTables& tables_;
  std::array<std::uint8_t, most_weight + 1> place_{};
  Bytes counts_;
  BitWriter bits_;
};

class IndexReader {
 public:
  explicit IndexReader(std::span<const std::uint8_t> bytes) : bytes_(bytes), reader_(bytes) {}

  Result<IndexTables> read() {
    if (!read_head() || !read_words() || !read_postings() || !reader_.is_done())
      return Error{ErrorCode::InvalidInput, "the search index is damaged"};
    return std::move(tables_);
  }

 private:
  bool read_head() {
    const auto start = reader_.take(magic.size());
    if (!std::equal(start.begin(), start.end(), magic.begin(), magic.end())) return false;
    tables_.services = reader_.number();
    words_ = reader_.number();
    terms_ = reader_.number();
    postings_ = reader_.number();
    return !reader_.has_failed() && tables_.services <= most_services && words_ <= most_words &&
           words_ <= bytes_.size() && terms_ <= words_ && postings_ <= most_postings &&
           postings_ <= bytes_.size() * most_postings_a_byte;
  }

  bool read_words() {
    const auto shared = reader_.part();
    const auto lengths = reader_.part();
    const auto letters = reader_.part();
    NumberReader terms(reader_.part());
    if (reader_.has_failed() || shared.size() != words_ || lengths.size() != words_) return false;
    tables_.dictionary.reserve(words_, letters.size() * 2);
    std::string word;
    std::string before;
    std::size_t at = 0;
    std::uint32_t next = 0;
    for (std::uint32_t i = 0; i < words_; ++i) {
      const std::uint32_t back = terms.number();
      if (shared[i] > before.size() || lengths[i] > letters.size() - at || back > next) return false;
      word.assign(before, 0, shared[i]);
      word.append(reinterpret_cast<const char*>(letters.data()) + at, lengths[i]);
      at += lengths[i];
      if (word.size() > longest_word || word <= before) return false;
      tables_.dictionary.append(word, next - back);
      if (tables_.dictionary.shared(i) != shared[i]) return false;
      if (back == 0) ++next;
      before.swap(word);
    }
    return at == letters.size() && terms.is_done() && next == terms_;
  }

  bool read_postings() {
    const auto weights = reader_.part();
    NumberReader counts(reader_.part());
    BitReader bits(reader_.part());
    if (reader_.has_failed() || weights.size() > most_weight + 1) return false;
    tables_.starts.reserve(terms_ + 1);
    tables_.postings.resize(postings_);
    std::uint32_t at = 0;
    for (std::uint32_t term = 0; term < terms_; ++term) {
      const std::uint32_t count = counts.number();
      if (count == 0 || count > tables_.services || count > postings_ - at) return false;
      const std::span<std::uint32_t> members(tables_.postings.data() + at, count);
      if (read_subset(bits, members, tables_.services) == SubsetRead::Broken) return false;
      if (!read_weights(counts, bits, weights, members)) return false;
      at += count;
      tables_.starts.push_back(at);
    }
    return at == postings_ && counts.is_done() && bits.is_at_end();
  }

  // Puts the weights into postings that are services so far: the commonest into all, and then, weight by weight,
  // into those that are left.
  bool read_weights(NumberReader& counts, BitReader& bits, std::span<const std::uint8_t> weights,
                    std::span<std::uint32_t> postings) {
    if (!read_others(counts, bits, weights, 0, static_cast<std::uint32_t>(postings.size()))) return false;
    for (std::uint32_t& posting : postings) posting = posting_of(posting, weights[0]);
    for (const std::uint32_t other : others_) postings[other] = service_of(postings[other]);
    left_.swap(others_);
    for (std::size_t place = 1; !left_.empty(); ++place) {
      const auto left = static_cast<std::uint32_t>(left_.size());
      if (!read_others(counts, bits, weights, place, left)) return false;
      const auto others = static_cast<std::uint32_t>(others_.size());
      for (std::uint32_t i = 0, next = 0; i < left; ++i) {
        if (next < others && others_[next] == i)
          left_[next++] = left_[i];
        else
          postings[left_[i]] = posting_of(postings[left_[i]], weights[place]);
      }
      left_.resize(others);
    }
    return true;
  }

  // Which of those that are left have another weight than the one at this place.
  bool read_others(NumberReader& counts, BitReader& bits, std::span<const std::uint8_t> weights, std::size_t place,
                   std::uint32_t left) {
    if (place == weights.size() || weights[place] == 0) return false;
    const std::uint32_t others = counts.number();
    if (others > left) return false;
    others_.resize(others);
    return read_subset(bits, others_, left) == SubsetRead::Good;
  }

  std::span<const std::uint8_t> bytes_;
  NumberReader reader_;
  IndexTables tables_;
  std::uint32_t words_ = 0;
  std::uint32_t terms_ = 0;
  std::uint32_t postings_ = 0;
  std::vector<std::uint32_t> others_;
  std::vector<std::uint32_t> left_;
};

}  // namespace

Bytes encode_index(const IndexTables& tables) {
  Bytes bytes(magic.begin(), magic.end());
  put(bytes, tables.services);
  put(bytes, tables.dictionary.size());
  put(bytes, tables.terms());
  put(bytes, static_cast<std::uint32_t>(tables.postings.size()));
  encode_words(tables.dictionary, bytes);
  const std::vector<std::uint8_t> weights = weights_of(tables);
  put_part(bytes, weights);
  PostingWriter writer(tables, weights);
  for (std::uint32_t term = 0; term < tables.terms(); ++term) writer.write(term);
  writer.finish(bytes);
  return bytes;
}

Result<IndexTables> decode_index(std::span<const std::uint8_t> bytes) { return IndexReader(bytes).read(); }

}  // namespace alongside::local_offer
