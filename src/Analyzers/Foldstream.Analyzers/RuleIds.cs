namespace Foldstream.Analyzers;

/// <summary>The ids of the rules. An id is never given twice; each has its page in <c>docs/rules</c>.</summary>
internal static class RuleIds
{
    public const string NotPartial = "FS0001";
    public const string UnhandledEvent = "FS0002";
    public const string HandlerShape = "FS0003";
    public const string DuplicateStoredName = "FS0004";
    public const string MutableEvent = "FS0005";
    public const string ReservedMember = "FS0006";
    public const string UnservableEvent = "FS0007";
    public const string StoredName = "FS0008";
    public const string Category = "FS0009";
    public const string UnservableAggregate = "FS0010";
    public const string DuplicateHandler = "FS0011";
    public const string UnneededIgnores = "FS0012";
    public const string UnstorableMember = "FS0013";
    public const string DeciderShape = "FS0014";
    public const string MissingConverter = "FS0015";
    public const string TakenName = "FS0016";
}
