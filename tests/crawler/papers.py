"""A PDF of one's own making: lines of ASCII text on one page, or none."""

from collections.abc import Sequence


def bulletin(lines: Sequence[str], *, wrong: bool = False) -> bytes:
    shown = b" ".join(b"(%s) Tj T*" % line.encode("ascii") for line in lines)
    content = b"BT /F1 12 Tf 50 750 Td 16 TL %s ET" % shown
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return out + (b"" if wrong else end % (len(objects) + 1, table, len(objects) + 1, len(out)))
