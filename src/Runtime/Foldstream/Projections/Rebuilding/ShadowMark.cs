using System.Text;

namespace Foldstream;

/// <summary>A document of its own beside those that are being built: it says under which fold they are built, and that nobody has dropped them since.</summary>
/// <remarks>
/// Dropping the documents of an earlier attempt is not part of a transaction, so one that comes late may drop those of the present attempt.
/// The mark goes with them, and only who holds the rebuild's tokens writes it: without it nothing takes the place of the documents that are read.
/// </remarks>
internal static class ShadowMark
{
    /// <summary>No key of an event can be this one: control characters break the rules of keys.</summary>
    private static readonly DocumentKey Key = new("\u0001rebuild");

    /// <summary>Whether documents are being built under a fingerprint; false where none are, or where another one or none is marked.</summary>
    public static async ValueTask<bool> IsValidAsync(IReadModelStore store, DocumentCollection shadow, string fingerprint, CancellationToken cancellationToken)
    {
        try
        {
            return Says(await store.LoadDocumentsAsync(shadow, [Key], cancellationToken).ConfigureAwait(false), fingerprint);
        }
        catch (UnknownProjectionException)
        {
            return false;
        }
    }

    public static ValueTask WriteAsync(IReadModelTransaction transaction, DocumentCollection shadow, string fingerprint, GlobalPosition position, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var metadata = new DocumentMetadata(now, now, 1, position, null);
        var write = new DocumentWrite(Key, Encoding.UTF8.GetBytes($"\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(fingerprint))}\""), "{}"u8.ToArray(), metadata);
        return transaction.WriteAsync(new DocumentChanges(shadow, [write], []), cancellationToken);
    }

    public static ValueTask RemoveAsync(IReadModelTransaction transaction, DocumentCollection shadow, CancellationToken cancellationToken) =>
        transaction.WriteAsync(new DocumentChanges(shadow, [], [Key]), cancellationToken);

    /// <summary>Takes the mark away, right before the documents take their place.</summary>
    /// <returns>Whether it was there.</returns>
    public static async ValueTask<bool> TakeAsync(IReadModelTransaction transaction, DocumentCollection shadow, string fingerprint, CancellationToken cancellationToken)
    {
        if (!Says(await transaction.LockDocumentsAsync(shadow, [Key], cancellationToken).ConfigureAwait(false), fingerprint))
            return false;
        await RemoveAsync(transaction, shadow, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static bool Says(IReadOnlyList<StoredDocument> found, string fingerprint) =>
        found is [var mark] && Encoding.UTF8.GetString(mark.Content.Span) == $"\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(fingerprint))}\"";
}
