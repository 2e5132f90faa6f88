#include "tests/disclosure/proof.hpp"

#include "tests/disclosure/linear_program.hpp"

#include <algorithm>
#include <set>

namespace alongside::disclosure {
namespace {

using namespace feedback;

constexpr double enough = DisclosureRules::least_width - 1e-6;

// A count that somebody could want to know, of the people of one group.
struct Secret {
  std::string name;
  std::vector<std::size_t> unknowns;
  double least = 0, most = 0;  // over the solutions seen so far; the truth is the first
};

class Proof {
 public:
  Proof(const Population& population, Weakness weakness) : population_(population), weakness_(weakness) {}

  ProofResult run() {
    release_all();
    if (result_.releases > 0) bound_secrets();
    return std::move(result_);
  }

 private:
  void release_all() {
    std::vector<AnswerId> everybody;
    std::vector<std::size_t> answers;
    std::set<AnswerId> counted;
    for (const auto& group : population_.groups) {
      for (const std::size_t answer : group) {
        IdBytes id{};
        id[0] = static_cast<std::uint8_t>(everybody.size());
        id[1] = static_cast<std::uint8_t>(everybody.size() >> 8);
        everybody.push_back(AnswerId(id));
        answers.push_back(answer);
      }
      const auto wave = next_wave(everybody, counted, population_.rules);
      if (!wave.ok()) continue;
      std::vector<std::size_t> released;
      for (const std::size_t person : wave.value()) {
        released.push_back(answers[person]);
        counted.insert(everybody[person]);
      }
      waves_.push_back(released);
      if (weakness_ == Weakness::EarlierForgotten) released = answers;
      publish(released);
    }
  }

  // Unknowns: wave by wave, one for each possible answer.
  std::size_t unknown(std::size_t wave, std::size_t answer) const {
    return wave * population_.possible.size() + answer;
  }

  template <class Fits>
  std::vector<std::size_t> unknowns_of(std::size_t first, std::size_t last, Fits fits) const {
    std::vector<std::size_t> unknowns;
    for (std::size_t wave = first; wave <= last; ++wave) {
      for (std::size_t answer = 0; answer < population_.possible.size(); ++answer) {
        if (fits(population_.possible[answer])) unknowns.push_back(unknown(wave, answer));
      }
    }
    return unknowns;
  }

  void publish(const std::vector<std::size_t>& released) {
    ++result_.releases;
    const AnswerTable table = table_of(population_, released);
    const ProtectedTables tables = release(population_, table, weakness_);
    const std::size_t last = waves_.size() - 1;
    const std::size_t first = weakness_ == Weakness::EarlierForgotten ? 0 : last;
    add_fact(static_cast<Headcount>(released.size()), "people",
             unknowns_of(first, last, [](const Answer&) { return true; }));
    for (std::size_t c = 0; c < tables.columns.size(); ++c) publish_column(tables, table, c, first, last);
    for (const ProtectedCross& cross : tables.crosses) publish_cross(tables, cross, table, first, last);
    for (std::size_t c = 0; c < table.columns.size(); ++c) keep_secret(tables, table, c, last);
    for (const CrossPair& pair : population_.crosses) keep_secret(tables, table, pair, last);
  }

  void add_fact(Headcount count, const std::string& name, std::vector<std::size_t> unknowns) {
    const DisclosureRules& rules = population_.rules;
    ++result_.shown;
    const Headcount number = rounded(count, rules);
    if (number < rules.cell) result_.faults.push_back(name + ": " + std::to_string(number) + " is shown");
    const double least = rules.round_to == 0 ? number : static_cast<double>(number) - rules.round_to / 2;
    const double most = rules.round_to == 0 ? number : least + rules.round_to - 1;
    facts_.push_back({std::move(unknowns), least, most});
  }

  static bool is_in(const CategoryBlocks& blocks, std::size_t category, std::size_t block) {
    return category < blocks.block_of.size() && blocks.block_of[category] == block;
  }

  void publish_column(const ProtectedTables& tables, const AnswerTable& table, std::size_t c, std::size_t first,
                      std::size_t last) {
    const CategoryBlocks& blocks = tables.columns[c];
    if (!blocks.is_shown()) return;
    for (std::size_t block = 0; block < blocks.counts.size(); ++block) {
      add_fact(blocks.counts[block], table.columns[c].key,
               unknowns_of(first, last, [&](const Answer& answer) { return is_in(blocks, answer[c], block); }));
    }
  }

  void publish_cross(const ProtectedTables& tables, const ProtectedCross& cross, const AnswerTable& table,
                     std::size_t first, std::size_t last) {
    for (std::size_t row = 0; row < cross.cells.rows; ++row) {
      for (std::size_t column = 0; column < cross.cells.columns; ++column) {
        const std::size_t cell = cross.cells.at(row, column);
        if (cross.cells.hidden[cell]) continue;
        const auto fits = [&](const Answer& answer) {
          return is_in(tables.columns[cross.rows], answer[cross.rows], row) &&
                 is_in(tables.columns[cross.columns], answer[cross.columns], column);
        };
        add_fact(cross.cells.counts[cell], table.columns[cross.rows].key + " by " + table.columns[cross.columns].key,
                 unknowns_of(first, last, fits));
      }
    }
  }

  // A small count of those who are new, which stands nowhere but may be what is left of two that do.
  bool is_small_difference(std::size_t c, std::size_t category, std::size_t wave) const {
    if (weakness_ != Weakness::EarlierForgotten || wave == 0) return false;
    const auto fits = [&](std::size_t answer) { return population_.possible[answer][c] == category; };
    return std::ranges::count_if(waves_[wave], fits) < static_cast<std::ptrdiff_t>(population_.rules.cell);
  }

  // Every category that does not stand there by itself.
  void keep_secret(const ProtectedTables& tables, const AnswerTable& table, std::size_t c, std::size_t wave) {
    for (std::size_t category = 0; category < table.columns[c].categories.size(); ++category) {
      if (tables.columns[c].is_alone(category) && !is_small_difference(c, category, wave)) continue;
      add_secret(table.columns[c].key + " = " + std::to_string(category), wave,
                 [&](const Answer& answer) { return answer[c] == category; });
    }
  }

  // Every cell of a planned cross-tab that does not.
  void keep_secret(const ProtectedTables& tables, const AnswerTable& table, const CrossPair& pair, std::size_t wave) {
    const std::size_t rows = place(table, pair.rows), columns = place(table, pair.columns);
    for (std::size_t row = 0; row < table.columns[rows].categories.size(); ++row) {
      for (std::size_t column = 0; column < table.columns[columns].categories.size(); ++column) {
        if (is_shown(tables, rows, columns, row, column)) continue;
        add_secret(pair.rows + " = " + std::to_string(row) + " by " + pair.columns + " = " + std::to_string(column),
                   wave, [&](const Answer& answer) { return answer[rows] == row && answer[columns] == column; });
      }
    }
  }

  static std::size_t place(const AnswerTable& table, const std::string& key) {
    return static_cast<std::size_t>(table.find(key) - table.columns.data());
  }

  static bool is_shown(const ProtectedTables& tables, std::size_t rows, std::size_t columns, std::size_t row,
                       std::size_t column) {
    if (!tables.columns[rows].is_alone(row) || !tables.columns[columns].is_alone(column)) return false;
    for (const ProtectedCross& cross : tables.crosses) {
      if (cross.rows != rows || cross.columns != columns) continue;
      return !cross.cells
                  .hidden[cross.cells.at(tables.columns[rows].block_of[row], tables.columns[columns].block_of[column])];
    }
    return false;
  }

  template <class Fits>
  void add_secret(std::string name, std::size_t wave, Fits fits) {
    Secret secret{"release " + std::to_string(wave + 1) + ": " + std::move(name), unknowns_of(wave, wave, fits), 0, 0};
    for (const std::size_t answer : waves_[wave]) {
      if (fits(population_.possible[answer])) ++secret.least;
    }
    secret.most = secret.least;
    ++result_.hidden;
    secrets_.push_back(std::move(secret));
  }

  // A solution that was found for one secret is one for all of them.
  void look_at(const std::vector<double>& solution) {
    ++result_.programs;
    for (Secret& secret : secrets_) {
      double sum = 0;
      for (const std::size_t unknown : secret.unknowns) sum += solution[unknown];
      secret.least = std::min(secret.least, sum);
      secret.most = std::max(secret.most, sum);
    }
  }

  void bound_secrets() {
    LinearProgram program(waves_.size() * population_.possible.size(), facts_);
    for (const Secret& secret : secrets_) {
      for (const auto towards : {LinearProgram::Towards::Most, LinearProgram::Towards::Least}) {
        if (secret.most - secret.least < enough) look_at(program.solve(secret.unknowns, towards));
      }
      const double width = secret.most - secret.least;
      result_.narrowest = std::min(result_.narrowest, width);
      if (width < enough) {
        result_.faults.push_back(secret.name + " lies between " + std::to_string(secret.least) + " and " +
                                 std::to_string(secret.most));
      }
    }
  }

  const Population& population_;
  Weakness weakness_;
  std::vector<std::vector<std::size_t>> waves_;  // the answers that each release counted for the first time
  std::vector<Fact> facts_;
  std::vector<Secret> secrets_;
  ProofResult result_;
};

}  // namespace

ProofResult prove(const Population& population, Weakness weakness) { return Proof(population, weakness).run(); }

}  // namespace alongside::disclosure
