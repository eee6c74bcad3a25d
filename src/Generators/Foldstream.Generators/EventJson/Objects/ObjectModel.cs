namespace Foldstream.Generators;

/// <summary>An object: what it is taken apart into, and how it is put together.</summary>
/// <param name="Type">The type in code.</param>
/// <param name="IsReference">Whether it may be null.</param>
/// <param name="Arguments">What the constructor takes, in its order: locals, and the defaults of what is not read.</param>
/// <param name="Members">The members in the order in which they are written.</param>
internal sealed record ObjectModel(string Type, bool IsReference, EquatableArray<string> Arguments, EquatableArray<MemberModel> Members)
{
    public IEnumerable<MemberModel> Written => Members.Where(member => member.Writing != MemberWriting.Never);

    public IEnumerable<MemberModel> Read => Members.Where(member => member.IsRead);

    public IEnumerable<MemberModel> Required => Members.Where(member => member.IsRequired);

    public IEnumerable<MemberModel> Initialized => Members.Where(member => member.IsInitialized);

    public IEnumerable<MemberModel> SetAfterwards => Read.Where(member => !member.IsInitialized && member.Setting is MemberSetting.Setter or MemberSetting.Init);

    /// <summary>Optional members with an init accessor, reached without the object initializer.</summary>
    public IEnumerable<MemberModel> SetByAccessor => SetAfterwards.Where(member => member is { Setting: MemberSetting.Init, IsOfGeneric: false });

    /// <summary>Optional members with an init accessor that an initializer alone can reach.</summary>
    public IEnumerable<MemberModel> SetByCopy => SetAfterwards.Where(member => member is { Setting: MemberSetting.Init, IsOfGeneric: true });
}
