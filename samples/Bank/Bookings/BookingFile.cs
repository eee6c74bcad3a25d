using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bank;

/// <summary>Reads files of bookings: whole or not at all, so that a bad row never leaves half an import behind.</summary>
internal static class BookingFile
{
    // Bytes that are no text are refused, not replaced.
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="MalformedFileException">Rows cannot be read; the message gives file, line and reason for each.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static async Task<IReadOnlyList<Booking>> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        using var text = new StreamReader(path, Utf8);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        var rows = new BookingRows();
        try
        {
            CheckHeader(await ReadRowAsync(csv));
            while (await ReadRowAsync(csv) is { } row)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows.Add(row);
            }
        }
        catch (MalformedRowException unreadable)
        {
            rows.Malformed.Add(unreadable);
        }

        return rows.Malformed.Count == 0 ? rows.Bookings : throw new MalformedFileException(path, rows.Malformed);
    }

    private static void CheckHeader(BookingRow? row)
    {
        if (row is not { } header || !header.IsHeader)
            throw new MalformedRowException(row?.Line ?? 1, $"there is no header; expected {string.Join(',', BookingColumns.Names)}");
    }

    private static async Task<BookingRow?> ReadRowAsync(CsvParser csv)
    {
        var line = csv.RawRow + 1;
        try
        {
            return await csv.ReadAsync() ? new BookingRow(csv.Record!, csv.RawRow) : null;
        }
        catch (CsvHelperException)
        {
            throw new MalformedRowException(line, "it has a quote in the wrong place; expected no quotes, or pairs around whole fields");
        }
        catch (DecoderFallbackException)
        {
            throw new MalformedRowException(line, "here or after it are bytes that are no text; expected UTF-8");
        }
    }
}
