namespace Foldstream.Generators;

/// <summary>An object: what it is taken apart into, and how it is put together.</summary>
/// <param name="Type">The type in code.</param>
/// <param name="IsReference">Whether it may be null.</param>
/// <param name="Arguments">The locals that the constructor takes, in its order.</param>
/// <param name="Members">The members in the order in which they are written.</param>
internal sealed record ObjectModel(string Type, bool IsReference, EquatableArray<string> Arguments, EquatableArray<MemberModel> Members)
{
    public IEnumerable<MemberModel> Read => Members.Where(member => member.Setting != MemberSetting.Computed);

    public IEnumerable<MemberModel> Required => Members.Where(member => member.IsRequired);

    public IEnumerable<MemberModel> Initialized => Members.Where(member => member.IsInitialized);

    public IEnumerable<MemberModel> SetAfterwards => Members.Where(member => !member.IsInitialized && member.Setting is MemberSetting.Setter or MemberSetting.Init);

    public IEnumerable<MemberModel> SetByAccessor => SetAfterwards.Where(member => member.Setting == MemberSetting.Init);
}
