namespace Foldstream;

/// <summary>A page of documents.</summary>
/// <typeparam name="T">The projection.</typeparam>
/// <param name="Items">The documents, in the order that was asked for, also on a page that was read backwards.</param>
/// <param name="Previous">Where the documents before these end, for <see cref="Page.Before"/>; null where the page is known to be the first, or is empty.</param>
/// <param name="Next">Where the documents after these begin, for <see cref="Page.After"/>; null where the page is known to be the last, or is empty.</param>
/// <param name="Total">How many documents match in all, counted after the page was read; null unless <see cref="Page.WithTotal"/> asks for it.</param>
public sealed record DocumentPage<T>(IReadOnlyList<Document<T>> Items, DocumentCursor? Previous, DocumentCursor? Next, long? Total);
