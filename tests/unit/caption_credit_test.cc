#include "indexer/readers/captions.h"

#include <catch2/catch.hpp>

using dateline::CreditEvidence;
using dateline::parse_caption;
using dateline::plain_credit;

TEST_CASE("a credit is split from its caption") {
  const auto [text, credit, plain,
              evidence] = GENERATE(table<std::string, std::string, std::string, CreditEvidence>({
      {"The mayor opens the bridge, right, in Anytown.", "SPA / AFP", "SPA / AFP", CreditEvidence::strong},
      {"The mayor opens the bridge, May 5, 2020, in Anytown.", "(AP Photo/Jane Roe)", "AP Photo/Jane Roe",
       CreditEvidence::strong},
      {"The mayor opens the bridge.", "(AP Photo/ Jane Roe, File)", "AP Photo/ Jane Roe, File",
       CreditEvidence::strong},
      {"The mayor opens the bridge.", "(AP Photo/File)", "AP Photo/File", CreditEvidence::strong},
      {"The mayor in Anytown, U.S., May 5, 2020.", "REUTERS/Jane A. Roe", "REUTERS/Jane A. Roe",
       CreditEvidence::strong},
      {"The mayor on Aug. 15.", "Jane Roe/Getty Images", "Jane Roe/Getty Images", CreditEvidence::strong},
      {"The mayor in Washington, D.C.", "JANE A. ROE/Getty Images", "JANE A. ROE/Getty Images",
       CreditEvidence::strong},
      {"The mayor “never slept.”", "Photo: Jane Roe/Getty Images", "Jane Roe/Getty Images",
       CreditEvidence::strong},
      {"The mayor in Anytown", "(Photo: Jane Roe)", "Jane Roe", CreditEvidence::strong},
      {"The mayor in Anytown.", "(Photo by: Jane Roe/NBC)", "Jane Roe/NBC", CreditEvidence::strong},
      {"The mayor in Anytown.", "(Photo: JANE ROE, Jane Roe/The Post)", "JANE ROE, Jane Roe/The Post",
       CreditEvidence::strong},
      {"The mayor in Anytown.", "(Photo: Screen capture)", "Screen capture", CreditEvidence::strong},
      {"The mayor in Anytown", "Photo: Jane Roe", "Jane Roe", CreditEvidence::strong},
      {"The mayor in Anytown.", "Photograph: Jane Roe/The Guardian", "Jane Roe/The Guardian",
       CreditEvidence::strong},
      {"The mayor in Anytown.", "Credit: Jane Roe", "Jane Roe", CreditEvidence::strong},
      {"The mayor in Anytown.", "© Jane Roe", "Jane Roe", CreditEvidence::strong},
      {"The mayor in Anytown.", "Image source, Getty Images", "Getty Images", CreditEvidence::strong},
      {"The mayor in Anytown.", "Getty Images", "Getty Images", CreditEvidence::strong},
      {"The mayor in Anytown.", "Jane Roe-Doe/Getty Images for The Fair",
       "Jane Roe-Doe/Getty Images for The Fair", CreditEvidence::strong},
      {"The mayor in Anytown.", "(Jane Roe/AFP via Getty Images)", "Jane Roe/AFP via Getty Images",
       CreditEvidence::strong},
      {"The mayor in Anytown.", "(Photo: Jane Roe/Anytown Times/via Reuters)",
       "Jane Roe/Anytown Times/via Reuters", CreditEvidence::strong},
      {"Mayor Alex Roe", "Jane Poe/Getty Images", "Jane Poe/Getty Images", CreditEvidence::strong},
      {"Mayor Alex Roe on the bridge", "REUTERS/Jane Poe", "REUTERS/Jane Poe", CreditEvidence::strong},
      {"The mayor in Anytown.", "(Courtesy of the Roe family)", "Courtesy of the Roe family",
       CreditEvidence::strong},
      {"The mayor in Anytown.", "(AP)", "AP", CreditEvidence::weak},
      {"The mayor in Anytown.", "AFP", "AFP", CreditEvidence::weak},
      {"The mayor in Anytown.", "(Jane Roe/Anytown Post)", "Jane Roe/Anytown Post", CreditEvidence::weak},
      {"El alcalde en Zaragoza.", "EFE / Javier Roe", "EFE / Javier Roe", CreditEvidence::strong},
      {"Die Brücke in Bonn.", "Foto: dpa", "dpa", CreditEvidence::strong},
      {"", "(Photo: Jane Roe/Getty Images)", "Jane Roe/Getty Images", CreditEvidence::strong},
      {"", "REUTERS/Jane Roe", "REUTERS/Jane Roe", CreditEvidence::strong},
  }));
  const std::string whole = text + (text.empty() ? "" : " ") + credit;
  CAPTURE(whole);
  const auto parsed = parse_caption(whole);
  CHECK(parsed.caption.text == text);
  CHECK(parsed.caption.credit == plain);
  CHECK(parsed.evidence == evidence);
}

TEST_CASE("text that ends otherwise has no credit") {
  const auto text = GENERATE(
      "", ")", "()", "The mayor opened the bridge.", "Mayor opens bridge", "The vote was close (51 to 49).",
      "He said yes and/or no.", "He won 3/4 of it.", "The film is rated (PG-13).",
      "She joined the party (Labour).", "The picture: a bridge without end.",
      "(Reporting by Jane Roe; editing by John Doe)", "He reads the news. Then the photo by the door fell.",
      "Shares of Roe Corp. fell. See http://example.com/a/b");
  CAPTURE(text);
  const auto parsed = parse_caption(text);
  CHECK(parsed.caption.text == text);
  CHECK(parsed.caption.credit.empty());
  CHECK(parsed.evidence == CreditEvidence::none);
}

TEST_CASE("where the caption is known, names behind its last sentence are a credit") {
  const auto parsed =
      dateline::parse_known_caption("The mayor in Washington, D.C. Jane A. Roe for The Anytown Post");
  CHECK(parsed.caption.text == "The mayor in Washington, D.C.");
  CHECK(parsed.caption.credit == "Jane A. Roe for The Anytown Post");
  CHECK(dateline::parse_known_caption("The mayor met Jane Roe").caption.credit.empty());
  CHECK(dateline::parse_known_caption("The mayor came. So did Jane Roe.").caption.credit.empty());
  CHECK(dateline::parse_known_caption("The mayor. (AP)").caption.credit == "AP");
}

TEST_CASE("a credit loses its wrapping only") {
  CHECK(plain_credit("(Photo: Jane Roe/AP)") == "Jane Roe/AP");
  CHECK(plain_credit("Photo credit: Photo by Jane Roe") == "Jane Roe");
  CHECK(plain_credit("AP Photo/Jane Roe") == "AP Photo/Jane Roe");
  CHECK(plain_credit("Jane Roe (The Post)") == "Jane Roe (The Post)");
  CHECK(plain_credit("").empty());
}

TEST_CASE("a caption can say what it is") {
  CHECK(dateline::has_caption_label("FILE PHOTO: The mayor"));
  CHECK(dateline::has_caption_label("FILE - In this May 5 photo"));
  CHECK(dateline::has_caption_label("Image caption, The mayor"));
  CHECK_FALSE(dateline::has_caption_label("Files of the mayor"));
}
